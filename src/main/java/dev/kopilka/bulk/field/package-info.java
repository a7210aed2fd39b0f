/**
 * Cells as values: money, points, numbers, days and instants as people write them.
 *
 * <p>Door: {@link dev.kopilka.bulk.field.Fields}; each of its methods answers with a {@link
 * dev.kopilka.bulk.field.Read}, a value or the problem with what was found.
 *
 * <p>Promises: exact, never rounded; ASCII digits only; bounded work on any text. Refuses: to guess.
 */
package dev.kopilka.bulk.field;
