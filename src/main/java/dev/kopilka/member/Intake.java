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
import dev.kopilka.store.keys.KeyFilter;
import dev.kopilka.store.person.AttributeRows;
import dev.kopilka.store.person.IdentityRows;
import dev.kopilka.store.person.IdentityRows.Kind;
import dev.kopilka.store.person.PersonRows;
import dev.kopilka.store.rows.MemberRows;
import dev.kopilka.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Takes members in: loads what a batch of enrolments touches, decides, writes whom it admits. A
 * transaction may have many batches; what one wrote is seen by the next.
 */
public final class Intake {
  private final Unit unit;
  private final Vault vault;
  private final Sealing sealing;
  private final Claims claims;
  private final IdentityRows identities;
  private long last;

  public Intake(Unit unit, Vault vault) {
    this.unit = unit;
    this.vault = vault;
    this.sealing = new Sealing(vault);
    this.claims = new Claims(unit, sealing);
    this.identities = new IdentityRows(unit);
    this.last = new MemberRows(unit.reader()).last();
  }

  /** A filter of all that members have alone, for a file of so many. */
  public static KeyFilter filter(long rows) {
    return Claims.filter(rows);
  }

  /** Asks the filter first; at the beginning of the transaction it sees to be up to date. */
  public void with(KeyFilter filter) {
    claims.with(filter);
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
    var known = new Known();
    var registry = new Registry(load(batch, known), vault);
    var admission = new Admission(known, now, gate);
    var admitted = new LinkedHashMap<String, Newcomer>();
    var outcomes = new ArrayList<Outcome>(batch.size());
    for (var request : batch) {
      switch (admission.decide(request)) {
        case Decision.Admit admit -> {
          var member = member(++last, request, now);
          admitted.put(member.code(), new Newcomer(member, request, admit.fingerprint()));
          claims.add(request);
          outcomes.add(new Outcome.Enrolled(member));
        }
        case Decision.Repeat repeat -> {
          var ours = admitted.get(repeat.code());
          var member = ours == null ? registry.member(repeat.code()) : ours.member;
          outcomes.add(new Outcome.AlreadyEnrolled(member));
        }
        case Decision.Refuse refuse ->
            outcomes.add(new Outcome.Refused(refuse.refusal(), refuse.problem()));
      }
    }
    if (!admitted.isEmpty()) unit.later(() -> write(admitted.values()));
    return outcomes;
  }

  /** Someone who was admitted, with the fingerprint of what was asked for. */
  private record Newcomer(Member member, Enrolment request, long fingerprint) {}

  /** Learns what there is of what the batch names, and answers where it was to be learned. */
  private Unit load(List<Enrolment> batch, Known known) {
    var asking = claims.new Asking();
    var codes = new HashSet<String>();
    var claimed = new HashSet<Identity>();
    for (var request : batch) {
      if (asking.mayBeTaken(request.code())) codes.add(request.code());
      var referrer = request.origin().referrer();
      if (asking.mayBeTaken(referrer)) codes.add(referrer);
      for (var identity : Admission.identities(request)) {
        if (asking.mayBeTaken(identity)) claimed.add(identity);
      }
    }
    var where = asking.where();
    // Whoever looks for what this transaction has written finds what waits as well.
    if (where == unit) identities.flush();
    var registry = new Registry(where, vault);
    registry.holders(claimed).forEach((identity, m) -> known.holder(identity, m.code()));
    if (codes.isEmpty()) return where;
    var members = new MemberRows(where);
    var there = members.byCodes(codes);
    var fingerprints = members.fingerprints(there.values());
    for (var request : batch) {
      var before = fingerprints.get(request.code());
      if (before == null) continue;
      // Who is known by the same request is not looked at; who differs once is looked at for good.
      var isSame = before == request.fingerprint();
      if (isSame && known.has(request.code())) continue;
      var now = isSame ? request : registry.profile(there.get(request.code())).enrolment();
      known.member(new Registered(now, before));
    }
    for (var code : there.keySet()) known.code(code);
    return where;
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
  private void write(Collection<Newcomer> admitted) {
    var members = new MemberRows(unit);
    for (var one : admitted) members.add(one.member, one.fingerprint);
    members.flush();
    var persons = new PersonRows(unit);
    var attributes = new AttributeRows(unit);
    for (var one : admitted) {
      var number = one.member.number();
      var person = sealing.closed(number, one.request.person());
      persons.save(person);
      one.request.attributes().forEach((name, value) -> attributes.save(number, name, value));
      identities.add(Kind.CODE, one.member.code(), number);
      identities.add(Kind.CARD, one.request.card(), number);
      identities.add(Kind.PHONE, person.keys().phone(), number);
      identities.add(Kind.EMAIL, person.keys().email(), number);
    }
    persons.flush();
    attributes.flush();
    // Those of many slices are written together at the end of the transaction.
    if (!unit.isHelped()) identities.flush();
  }

  /** Writes what the batches of the transaction have left to be written together. */
  public void finish() {
    unit.settle();
    identities.flush();
  }
}
