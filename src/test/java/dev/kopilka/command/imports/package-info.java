/** Tests of the imports, through the command line. */
package dev.kopilka.command.imports;
