/**
 * Looking after the database file itself.
 *
 * <p>Doors: {@link dev.kopilka.store.upkeep.Backup}, {@link dev.kopilka.store.upkeep.Inspection}
 * (what the file is and how it is set) and {@link dev.kopilka.store.upkeep.Health} (is it sound).
 *
 * <p>Promises: others may go on writing meanwhile. Refuses: to write over a file.
 */
package dev.kopilka.store.upkeep;
