/**
 * Zip archives of parts in XML, as office programs write them, read in bounded memory.
 *
 * <p>Doors: {@link dev.kopilka.bulk.parts.Archive}, which gives a {@link dev.kopilka.bulk.parts.Part}
 * by its name; {@link dev.kopilka.bulk.parts.Xml}, a part as tags and texts.
 *
 * <p>Promises: no text, tag, name or list of parts outgrows its bound; checksums are compared; no
 * entity is resolved; whatever is wrong is told as {@link dev.kopilka.bulk.parts.Broken}. Refuses: to
 * know what the parts mean.
 */
package dev.kopilka.bulk.parts;
