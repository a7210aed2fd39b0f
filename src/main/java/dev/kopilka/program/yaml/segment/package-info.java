/**
 * Reads conditions of segments that have keys of their own.
 *
 * <p>Door: {@link dev.kopilka.program.yaml.segment.CountedSection}. Promises and refusals are those of
 * {@code dev.kopilka.program.yaml}.
 */
package dev.kopilka.program.yaml.segment;
