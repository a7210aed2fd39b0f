/**
 * The tables that say who a member is, apart from the ledger.
 *
 * <p>Doors: {@link dev.kopilka.store.person.PersonRows} (personal columns, as the vault sealed
 * them), {@link dev.kopilka.store.person.AttributeRows} (free facts by name), {@link
 * dev.kopilka.store.person.SegmentRows} (who is in which segment), and {@link
 * dev.kopilka.store.person.IdentityRows} (who has what one member alone may have).
 *
 * <p>Promises: what goes in comes out, byte for byte. Refuses: to know what is inside a sealed
 * column, and to compare anything but search keys.
 */
package dev.kopilka.store.person;
