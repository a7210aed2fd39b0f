/** Floor 6: {@code Main} and the wiring of everything below; nothing else may live here. */
package dev.kopilka.app;
