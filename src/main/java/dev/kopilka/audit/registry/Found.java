package dev.kopilka.audit.registry;

import dev.kopilka.audit.Fault;

/**
 * A wrong row of a registry.
 *
 * @param member the number of the member whose it is, or says that it is
 * @param isStray whether nothing of that member's tells where the row comes from
 */
public record Found(long member, boolean isStray, Fault fault) {}
