package dev.kopilka.member;

import dev.kopilka.member.enrolment.Admission;
import dev.kopilka.member.enrolment.Decision;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.member.enrolment.Known;
import dev.kopilka.member.enrolment.Known.Identity;
import dev.kopilka.member.enrolment.Known.Registered;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.AttributeRows;
import dev.kopilka.store.person.PersonRows;
import dev.kopilka.store.rows.MemberRows;
import dev.kopilka.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes members in: loads what a batch of enrolments touches, decides, writes whom it admits. */
public final class Intake {
  private final Unit unit;
  private final Registry registry;
  private final MemberRows members;
  private final Sealing sealing;

  public Intake(Unit unit, Vault vault) {
    this.unit = unit;
    this.registry = new Registry(unit, vault);
    this.members = new MemberRows(unit);
    this.sealing = new Sealing(vault);
  }

  /** What became of one request of the batch. */
  public sealed interface Outcome {
    record Enrolled(Member member) implements Outcome {}

    /** The same request was taken before: the answer is the member as it made them. */
    record AlreadyEnrolled(Member member) implements Outcome {}

    record Refused(Refusal refusal, Problem problem) implements Outcome {}
  }

  /**
   * Answers the requests in their order.
   *
   * @param now the moment of recording, in whole milliseconds: who does not say since when takes
   *     part from now
   * @param gate asked last about everyone who would be new
   */
  public List<Outcome> enrol(List<Enrolment> batch, Instant now, Admission.Gate gate) {
    var admission = new Admission(known(batch), now, gate);
    var admitted = new LinkedHashMap<String, Member>();
    var requests = new HashMap<String, Enrolment>();
    var outcomes = new ArrayList<Outcome>(batch.size());
    var number = members.last();
    for (var request : batch) {
      switch (admission.decide(request)) {
        case Decision.Admit admit -> {
          var member = member(++number, admit.enrolment(), now);
          admitted.put(member.code(), member);
          requests.put(member.code(), request);
          outcomes.add(new Outcome.Enrolled(member));
        }
        case Decision.Repeat repeat ->
            outcomes.add(new Outcome.AlreadyEnrolled(there(repeat.code(), admitted)));
        case Decision.Refuse refuse ->
            outcomes.add(new Outcome.Refused(refuse.refusal(), refuse.problem()));
      }
    }
    write(admitted.values(), requests);
    return outcomes;
  }

  private Member there(String code, Map<String, Member> admitted) {
    return Optional.ofNullable(admitted.get(code)).orElseGet(() -> registry.member(code));
  }

  private Known known(List<Enrolment> batch) {
    var known = new Known();
    var codes = new HashSet<String>();
    var identities = new HashSet<Identity>();
    for (var request : batch) {
      codes.add(request.code());
      codes.add(request.origin().referrer());
      identities.addAll(Admission.identities(request));
    }
    var there = members.byCodes(codes);
    for (var code : there.keySet()) known.code(code);
    for (var request : batch) {
      var member = there.get(request.code());
      if (member != null) known.member(registered(member));
    }
    registry.holders(identities).forEach((identity, m) -> known.holder(identity, m.code()));
    return known;
  }

  private Registered registered(Member member) {
    return new Registered(
        registry.profile(member).enrolment(), members.fingerprint(member.number()));
  }

  private static Member member(long number, Enrolment request, Instant now) {
    var origin = request.origin();
    return new Member(
        number,
        request.code(),
        MemberStatus.ACTIVE,
        request.enrolledAt().orElse(now).toEpochMilli(),
        origin.channel(),
        origin.staff(),
        origin.referrer(),
        origin.consents(),
        origin.pilot());
  }

  /**
   * Members first and all of them: the other tables refer to them, and batches go out when full.
   */
  private void write(Collection<Member> admitted, Map<String, Enrolment> requests) {
    for (var member : admitted) members.add(member, requests.get(member.code()).fingerprint());
    members.flush();
    var persons = new PersonRows(unit);
    var attributes = new AttributeRows(unit);
    for (var member : admitted) {
      var request = requests.get(member.code());
      persons.save(sealing.closed(member.number(), request.person()));
      request.attributes().forEach((name, value) -> attributes.save(member.number(), name, value));
    }
    persons.flush();
    attributes.flush();
  }
}
