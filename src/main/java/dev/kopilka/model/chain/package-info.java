/**
 * The canonical bytes of events and entries, and the chains that they form.
 *
 * <p>Door: {@link dev.kopilka.model.chain.Chain}. The byte form is our own: a version byte, then
 * fields in a fixed order, numbers as eight bytes big-endian, texts as a four-byte length and
 * UTF-8. Golden vectors in the tests pin it; it never changes, only a further version is added.
 *
 * <p>Promises: no two different rows share a byte form. Refuses: JSON, {@code toString}, map
 * order, anything that a database formats.
 */
package dev.kopilka.model.chain;
