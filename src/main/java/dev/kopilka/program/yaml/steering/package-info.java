/**
 * Reads what a programme file says of goals, partners, staff and the cost of channels.
 *
 * <p>Door: {@link dev.kopilka.program.yaml.steering.SteeringSections}. Promises and refusals are
 * those of the room above: each mistake is told where it stands, unknown keys too.
 */
package dev.kopilka.program.yaml.steering;
