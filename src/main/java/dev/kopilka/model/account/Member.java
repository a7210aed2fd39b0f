package dev.kopilka.model.account;

import java.util.Collection;
import java.util.List;

/**
 * A participant, without anything personal.
 *
 * @param number the member's number in this ledger; rows and hashes use it
 * @param code as printed on the card
 * @param enrolledAt milliseconds since 1970 UTC
 * @param consents agreed channels, sorted, separated by commas
 */
public record Member(
    long number,
    String code,
    MemberStatus status,
    long enrolledAt,
    String channel,
    String staff,
    String referrer,
    String consents,
    String pilot) {

  /** Those of the wanted consents that the member has not given, sorted. */
  public List<String> missing(Collection<String> wanted) {
    var given = List.of(consents.split(","));
    return wanted.stream().filter(one -> !given.contains(one)).sorted().toList();
  }

  public Member with(MemberStatus status) {
    return new Member(
        number, code, status, enrolledAt, channel, staff, referrer, consents, pilot);
  }
}
