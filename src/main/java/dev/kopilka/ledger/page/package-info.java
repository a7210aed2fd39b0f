/**
 * Members' accounts within one transaction.
 *
 * <p>Doors: {@link dev.kopilka.ledger.page.Pages}, which loads those of many members at once and
 * keeps those that the next requests need; {@link dev.kopilka.ledger.page.Slice}, what some
 * requests did, to be written in one go; {@link dev.kopilka.ledger.page.Needs}, how far back the
 * rules look.
 *
 * <p>Promises: an account is as the transaction has left it, whether that is written yet or not.
 * Refuses: rules.
 */
package dev.kopilka.ledger.page;
