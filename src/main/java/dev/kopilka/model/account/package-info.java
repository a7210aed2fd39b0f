/**
 * The state that a member's events and entries add up to.
 *
 * <p>Doors: {@link dev.kopilka.model.account.Account}, which changes only by {@code after(event)}
 * and {@code after(entry)}; {@link dev.kopilka.model.account.History}, the sums that caps and tiers
 * ask for.
 *
 * <p>Promises: the same events and entries give the same account, whoever applies them: posting and
 * the audit use this one place. Refuses: an entry that does not fit the state.
 */
package dev.kopilka.model.account;
