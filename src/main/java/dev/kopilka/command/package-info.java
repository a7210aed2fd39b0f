/**
 * What every command stands on: what may be typed, what was typed, and the desk it works at.
 *
 * <p>Doors: {@link dev.kopilka.command.Command} to be one, {@link dev.kopilka.command.Catalogue} to
 * find one, {@link dev.kopilka.command.Syntax} and {@link dev.kopilka.command.Given} for its
 * arguments, {@link dev.kopilka.command.Desk} for everything else. The commands live in a room a
 * noun.
 *
 * <p>Promises: only the command asked for is loaded. Refuses: annotations, reflection, and
 * abbreviated or file-expanded arguments.
 */
package dev.kopilka.command;
