package dev.kopilka.model;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Points earned together, with one activation and one last good day.
 *
 * @param entry the sequence number of the entry that opened it: its id within the member
 * @param rule code of the rule or reason that opened it
 * @param opened points it was opened with
 * @param remaining points that are neither spent, expired nor held
 * @param held points reserved by holds
 */
public record Lot(int entry, String rule, Terms terms, long opened, long remaining, long held) {
  /**
   * The order of drawing: earliest last good day, then earning time, then id. Two lots may share
   * both dates; without the id the order would depend on the database.
   */
  public static final Comparator<Lot> ORDER =
      (one, other) -> {
        // Not Comparator.comparing: its lambdas are made anew at each start, whatever the cache.
        var byExpiry = one.terms.expiresOn().compareTo(other.terms.expiresOn());
        if (byExpiry != 0) return byExpiry;
        var byEarning = one.terms.earnedOn().compareTo(other.terms.earnedOn());
        return byEarning != 0 ? byEarning : Integer.compare(one.entry, other.entry);
      };

  public Lot {
    if (remaining < 0 || held < 0 || remaining + held > opened) {
      throw new IllegalArgumentException(
          "lot " + entry + " opened " + opened + " has " + remaining + " and held " + held);
    }
  }

  public boolean isOpen() {
    return remaining > 0 || held > 0;
  }

  public Lot taking(long points) {
    return new Lot(entry, rule, terms, opened, remaining - points, held);
  }

  public Lot holding(long points) {
    return new Lot(entry, rule, terms, opened, remaining - points, held + points);
  }

  public Lot capturing(long points) {
    return new Lot(entry, rule, terms, opened, remaining, held - points);
  }

  public Lot expiring(LocalDate day) {
    return new Lot(entry, rule, terms.expiring(day), opened, remaining, held);
  }
}
