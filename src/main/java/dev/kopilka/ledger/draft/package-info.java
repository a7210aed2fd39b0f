/**
 * What the deciders take and give: requests, situations, decisions, and the draft between them.
 *
 * <p>Doors: {@link dev.kopilka.ledger.draft.Request}, {@link dev.kopilka.ledger.draft.Situation},
 * {@link dev.kopilka.ledger.draft.Decision}; {@link dev.kopilka.ledger.draft.Draft}, which numbers,
 * chains and applies what is posted.
 *
 * <p>Promises: values only. Refuses: an entry that does not fit the account, by an invariant.
 */
package dev.kopilka.ledger.draft;
