/**
 * Completion for bash, zsh and fish: thin stubs that ask the program itself.
 *
 * <p>Doors: {@link dev.kopilka.command.completion.Completion} prints a stub, the hidden {@link
 * dev.kopilka.command.completion.Complete} answers it. Promises: what is offered is read from the
 * same syntax as help and parsing. Refuses: to open the ledger at a press of Tab.
 */
package dev.kopilka.command.completion;
