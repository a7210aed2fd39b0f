package dev.kopilka.ledger.draft;

import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.History;
import dev.kopilka.model.account.Member;
import dev.kopilka.program.Programme;
import dev.kopilka.program.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * All that a decision may look at.
 *
 * @param version the programme version in force on the day
 * @param day the local day on which the event occurred
 * @param about the event that the request is about, when it names one
 * @param segments codes of the segments that the member is in
 * @param counterpart the same for the second member whom the request concerns, if there is one
 */
public record Situation(
    Member member,
    Account account,
    History history,
    Version version,
    LocalDate day,
    Optional<Booked> about,
    Set<String> segments,
    Counts counts,
    Optional<Situation> counterpart) {

  /** The same with the situation of the second member whom the request concerns. */
  public Situation with(Situation counterpart) {
    return new Situation(
        member, account, history, version, day, about, segments, counts, Optional.of(counterpart));
  }

  public Programme programme() {
    return version.programme();
  }

  /** The member's tier on the day; empty when the programme has none. */
  public String tier() {
    return tier(account, programme(), day);
  }

  public static String tier(Account account, Programme programme, LocalDate day) {
    if (programme.tiers().isEmpty()) return "";
    var ladder = programme.tiers().get();
    var lowest = ladder.levels().getFirst().code();
    // A tier that a later version dropped counts as the lowest one.
    return account
        .standing(day)
        .map(standing -> standing.tier())
        .filter(tier -> ladder.level(tier).isPresent())
        .orElse(lowest);
  }
}
