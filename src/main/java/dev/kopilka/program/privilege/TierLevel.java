package dev.kopilka.program.privilege;

/**
 * One tier.
 *
 * @param from what must be reached: smallest units of points, minor units of money, or visits
 */
public record TierLevel(String code, String name, long from) {}
