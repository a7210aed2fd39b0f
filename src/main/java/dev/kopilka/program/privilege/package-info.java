/**
 * What points, spending or a tier bring: the ladder of tiers, rewards and discounts.
 *
 * <p>Doors: {@link dev.kopilka.program.privilege.TierLadder}, {@link
 * dev.kopilka.program.privilege.Reward}, {@link dev.kopilka.program.privilege.Discount}. Promises:
 * levels ascend and the first starts from 0, so that everybody has a tier. Refuses: to decide.
 */
package dev.kopilka.program.privilege;
