/**
 * Command lines as users type them, run in one process; {@code Typed} is the door for all tests.
 */
package dev.kopilka.app;
