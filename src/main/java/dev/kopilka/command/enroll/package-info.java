/**
 * Commands that take members in.
 *
 * <p>Doors: one class a command, known to the catalogue. Promises: one transaction a member or a
 * batch. Refuses: to decide who may take part; the registry does.
 */
package dev.kopilka.command.enroll;
