/**
 * Help pages and the tables of exit codes, errors and formats.
 *
 * <p>Doors: {@link dev.kopilka.command.help.HelpPage} for a page by path, {@link
 * dev.kopilka.command.help.Help} for {@code kopilka help}, {@link dev.kopilka.command.help.Wrap}
 * for text that others break into lines.
 *
 * <p>Promises: a page is made of the command's syntax and the help bundle alone. Refuses: picocli's
 * own usage text, which would load it for a page that parses nothing.
 */
package dev.kopilka.command.help;
