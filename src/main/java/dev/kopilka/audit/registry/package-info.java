/**
 * Whether the two registries say what the tables say of which they were made.
 *
 * <p>Doors: {@link dev.kopilka.audit.registry.KeyCheck} (ids of events) and {@link
 * dev.kopilka.audit.registry.IdentityCheck} (codes, cards, phones and e-mails of people).
 *
 * <p>Promises: reads each table once where all is well, in any parts and by several threads; names
 * each row that is missing, superfluous or somebody else's. Refuses: to tell what a phone or a card
 * is.
 */
package dev.kopilka.audit.registry;
