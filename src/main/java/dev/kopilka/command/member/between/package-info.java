/**
 * Commands that concern two members: points given to somebody, two cards of one person.
 *
 * <p>Doors: one class a command. Promises: both members are told in the answer. Refuses: deciding
 * anything; the ledger does.
 */
package dev.kopilka.command.member.between;
