/**
 * Reads the section {@code lifecycle} of a programme file.
 *
 * <p>Door: {@link dev.kopilka.program.yaml.lifecycle.LifecycleSection}. Promises and refusals are
 * those of {@code dev.kopilka.program.yaml}.
 */
package dev.kopilka.program.yaml.lifecycle;
