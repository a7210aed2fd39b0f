/**
 * What imports are about: kinds, their columns, and how a file's own columns become these.
 *
 * <p>Doors: {@link dev.kopilka.bulk.kind.Kind}, {@link dev.kopilka.bulk.kind.Mapping}, {@link
 * dev.kopilka.bulk.kind.Binding#of}, and {@link dev.kopilka.bulk.kind.Cells}, a row by our columns.
 *
 * <p>Promises: an unfit header imports nothing, and every finding of it is told at once; personal
 * values are not repeated. Refuses: a column that nobody knows.
 */
package dev.kopilka.bulk.kind;
