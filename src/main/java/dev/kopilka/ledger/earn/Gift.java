package dev.kopilka.ledger.earn;

import dev.kopilka.model.Terms;
import dev.kopilka.program.earn.EarnRule;
import java.util.List;

/**
 * What one rule gives for one event.
 *
 * @param shares its points by receipt line, empty when the receipt is one line
 */
public record Gift(EarnRule rule, long points, Terms terms, List<Long> shares) {}
