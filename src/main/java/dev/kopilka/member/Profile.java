package dev.kopilka.member;

import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.member.person.Person;
import dev.kopilka.model.account.Member;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A member and who that is, unsealed: nothing of this leaves the process unmasked by itself. */
public record Profile(Member member, Person person, SortedMap<String, String> attributes) {
  public Profile {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** The enrolment that would make this member as they are now. */
  Enrolment enrolment() {
    var origin =
        new Enrolment.Origin(
            member.channel(), member.staff(), member.referrer(), member.consents(), member.pilot());
    var since = Optional.of(Instant.ofEpochMilli(member.enrolledAt()));
    return new Enrolment(member.code(), person, since, origin, attributes);
  }
}
