/**
 * The sections {@code channels}, {@code messages} and {@code frequency_cap} of a programme file.
 *
 * <p>Doors: {@link dev.kopilka.program.yaml.outreach.OutreachSections}. Promises: a message names
 * only segments, channels and rewards that the file has. Refuses: keys that it does not know.
 */
package dev.kopilka.program.yaml.outreach;
