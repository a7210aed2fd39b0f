/**
 * Rows as requests: one form a kind.
 *
 * <p>Doors: {@link dev.kopilka.bulk.form.Forms#events} and {@link dev.kopilka.bulk.form.MemberForm};
 * both make of an item a request or a finding.
 *
 * <p>Promises: the same row makes the same request, whenever it is read; the same as what the command
 * for one event makes. Refuses: deciding; a request may still be refused by the ledger.
 */
package dev.kopilka.bulk.form;
