/**
 * In which order the items of a file are booked.
 *
 * <p>Door: {@link dev.kopilka.bulk.order.Sequencing}. A large file is booked member by member where
 * nothing that is decided depends on the order among members, because then every tree but that of
 * the ids is filled in order and each account is loaded once.
 *
 * <p>Promises: one member's items keep the order of the file; the same file in the same run comes in
 * the same order. Refuses: to decide anything.
 */
package dev.kopilka.bulk.order;
