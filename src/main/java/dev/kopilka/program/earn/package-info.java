/**
 * Who gets how many points for what: the rules of earning, their conditions, caps and expiry.
 *
 * <p>Door: {@link dev.kopilka.program.earn.EarnRule}. Promises: an empty condition means "any".
 * Refuses: to decide anything; deciding is the ledger's.
 */
package dev.kopilka.program.earn;
