/**
 * Deciders for what concerns two members: a transfer, a merge, and its undoing. Each posts two
 * drafts at once, one a member.
 *
 * <p>Doors: {@link dev.kopilka.ledger.between.Transfer}, {@link dev.kopilka.ledger.between.Merge},
 * {@link dev.kopilka.ledger.between.Unmerge}.
 *
 * <p>Promises: lots move with their dates and nothing is summed by hand; what one member loses the
 * other one has. Refuses: pending or held points in a transfer, held ones in a merge.
 */
package dev.kopilka.ledger.between;
