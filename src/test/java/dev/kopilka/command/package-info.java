/** What is typed, and what it means: the command line, values, settings and profiles. */
package dev.kopilka.command;
