/**
 * What the registries of external ids and of identities are made of besides their rows.
 *
 * <p>Doors: {@link dev.kopilka.store.keys.FreshKeys}, ids that a transaction has taken and not yet
 * written; {@link dev.kopilka.store.keys.FreshTexts}, the same of identities; {@link dev.kopilka.store.keys.Place}, where an id stands; {@link
 * dev.kopilka.store.keys.KeyFilter}, which knows most new keys for new without asking, and {@link
 * dev.kopilka.store.keys.NumberSet}.
 *
 * <p>Promises: a few dozen bytes an id, so that a transaction may take half a million of them.
 * Refuses: to know what an id is the id of.
 */
package dev.kopilka.store.keys;
