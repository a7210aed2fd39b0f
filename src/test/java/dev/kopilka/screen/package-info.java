/** Every format with text that tries to break it, and sentences in both languages. */
package dev.kopilka.screen;
