/**
 * {@code kopilka member …}: looks after members.
 *
 * <p>Doors: one class a verb; {@link dev.kopilka.command.member.PersonOptions} for the commands
 * that take a person in.
 *
 * <p>Promises: personal columns are masked unless {@code --reveal} is given, and a look behind the
 * mask is in the log before anything is shown; {@code member show -o json} touches no personal row.
 * Refuses: points; those are the till's.
 */
package dev.kopilka.command.member;
