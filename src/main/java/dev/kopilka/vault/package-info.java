/**
 * Floor 1: keeps personal data from view.
 *
 * <p>Doors: {@link dev.kopilka.vault.Vault} seals the personal columns of one member and makes the
 * keys by which phones and e-mails are found; {@link dev.kopilka.vault.Mask} hides most of a
 * personal text from a reader who has not asked for it.
 *
 * <p>Promises: a masked text tells neither the rest of the value nor its length. Refuses: to know
 * what a member is, and to touch the database.
 */
package dev.kopilka.vault;
