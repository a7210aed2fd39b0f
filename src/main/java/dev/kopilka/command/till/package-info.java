/**
 * What the posting commands share: making one request of what was typed, posting it, showing what
 * it did.
 *
 * <p>Doors: {@link dev.kopilka.command.till.Till} (post and show), {@link
 * dev.kopilka.command.till.Asking} (the options that all of them have).
 *
 * <p>Promises: the answer to a repeated id is the answer of the first time. Refuses: rules; the
 * ledger decides.
 */
package dev.kopilka.command.till;
