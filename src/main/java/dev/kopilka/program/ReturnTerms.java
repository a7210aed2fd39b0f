package dev.kopilka.program;

import java.time.Period;
import java.util.Optional;

/**
 * What a returned purchase does to points that it earned or that paid for it.
 *
 * @param restoreFor how long points live again when they lapsed between purchase and return; empty
 *     when they are lost
 */
public record ReturnTerms(Policy policy, Optional<Period> restoreFor) {
  /** What happens when the returned purchase's points are gone already. */
  public enum Policy {
    /** The shortfall becomes a debt that later credits settle first. */
    TO_DEBT,
    /** Taken down to zero; the shortfall is forgiven and reported. */
    TO_ZERO,
    /** Only points that are still pending are taken back. */
    PENDING_ONLY
  }
}
