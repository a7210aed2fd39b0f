/**
 * Posting: read what a batch of requests needs, let the pure deciders decide, write the result, all
 * in one transaction.
 *
 * <p>Doors: {@link dev.kopilka.ledger.Posting} (records requests), {@link dev.kopilka.ledger.Close}
 * (posts what time has made due), {@link dev.kopilka.ledger.Quote} (what a receipt would take and
 * give, without writing).
 *
 * <p>Promises: an external id is recorded once, and asked before every rule; a dry run is the same
 * path rolled back by the caller. Refuses: committing; the unit's owner does that.
 */
package dev.kopilka.ledger;
