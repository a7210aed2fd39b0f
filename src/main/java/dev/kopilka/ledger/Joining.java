package dev.kopilka.ledger;

import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.member.Intake;
import dev.kopilka.member.enrolment.Decision.Refuse;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Where;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.value.Attributes;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.store.keys.KeyFilter;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.KeyRows;
import dev.kopilka.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes members in: the registry says who may, then the ledger records each enrolment as an event,
 * for which a rule may give points. Who took part before the programme's first version has no such
 * event: no rule was in force that could have given anything.
 */
public final class Joining {
  private final Unit unit;
  private final Intake intake;
  private final ProgrammeHistory programmes;
  private final Pen pen;
  private final Posting posting;
  private final LocalDate closedThrough;

  public Joining(Unit unit, Vault vault, ProgrammeHistory programmes, Pen pen) {
    this.unit = unit;
    this.intake = new Intake(unit, vault);
    this.programmes = programmes;
    this.pen = pen;
    this.posting = new Posting(unit, programmes, pen);
    this.closedThrough = new ClosedPeriod(unit).through();
  }

  /** What became of one request. */
  public sealed interface Joined {
    /** Taken in just now; the points are what rules gave for the enrolment itself. */
    record Recorded(Member member, long points) implements Joined {}

    /** Taken in before by the same request: nothing was written; {@link #given} tells the points. */
    record Repeated(Member member) implements Joined {}

    /** Refused: nothing was written, and it may be sent again. */
    record Refused(Refusal refusal, Problem problem) implements Joined {}
  }

  /**
   * What knows new keys for new without asking, for the transactions of one import.
   *
   * @param ids the ids of events
   * @param claims what members have alone
   */
  public record Filters(KeyFilter ids, KeyFilter claims) {
    /** Filters for a file of so many members. */
    public static Filters of(long rows) {
      return new Filters(KeyRows.filter(rows), Intake.filter(rows));
    }
  }

  /** Asks the filters first from now on, which is the beginning of the transaction. */
  public void with(Filters filters) {
    intake.with(filters.claims);
    posting.with(filters.ids);
  }

  /** Answers in the order of the requests. What they write is in the unit when this returns. */
  public List<Joined> join(List<Enrolment> batch) {
    var joined = joinSome(batch);
    finish();
    return joined;
  }

  /** Writes what the parts have left to be written together. */
  public void finish() {
    posting.finish();
    intake.finish();
  }

  /** The same for a part of whom the transaction takes in; {@link #finish} ends it. */
  public List<Joined> joinSome(List<Enrolment> batch) {
    if (programmes.latest().isEmpty()) {
      var refused =
          new Joined.Refused(Refusal.NO_PROGRAMME, Problem.of(Refusal.NO_PROGRAMME.name()));
      return batch.stream().<Joined>map(_ -> refused).toList();
    }
    var outcomes = intake.enrol(batch, Instant.ofEpochMilli(pen.recordedAt()), this::untimely);
    var points = points(outcomes);
    var joined = new ArrayList<Joined>(outcomes.size());
    for (var outcome : outcomes) {
      joined.add(
          switch (outcome) {
            case Intake.Outcome.Enrolled(var member) ->
                new Joined.Recorded(member, points.getOrDefault(member.code(), 0L));
            case Intake.Outcome.AlreadyEnrolled(var member) ->
                new Joined.Repeated(member);
            case Intake.Outcome.Refused(var refusal, var problem) ->
                new Joined.Refused(refusal, problem);
          });
    }
    return joined;
  }

  /** An enrolment that is an event may not fall into a closed period. */
  private Optional<Refuse> untimely(Enrolment enrolment) {
    var day = day(enrolment.enrolledAt().map(Instant::toEpochMilli).orElse(pen.recordedAt()));
    if (programmes.inForceOn(day).isEmpty() || day.isAfter(closedThrough)) return Optional.empty();
    var problem =
        Problem.of(Refusal.PERIOD_CLOSED.name()).with("day", day).with("closed", closedThrough);
    return Optional.of(new Refuse(Refusal.PERIOD_CLOSED, problem));
  }

  /** Posts the events of those just taken in, and tells by code what each was given. */
  private Map<String, Long> points(List<Intake.Outcome> outcomes) {
    var newcomers = new ArrayList<Member>(outcomes.size());
    var requests = new ArrayList<Request>(outcomes.size());
    for (var outcome : outcomes) {
      if (!(outcome instanceof Intake.Outcome.Enrolled(var member))) continue;
      if (programmes.inForceOn(day(member.enrolledAt())).isEmpty()) continue;
      newcomers.add(member);
      requests.add(request(member));
    }
    var points = new HashMap<String, Long>();
    if (requests.isEmpty()) return points;
    var answers = posting.postFirst(newcomers, requests).iterator();
    for (var member : newcomers) {
      // A cap that rejects takes the gift away, and not the membership.
      if (!(answers.next() instanceof Answer.Recorded(var post))) continue;
      points.put(member.code(), post.after().balance() - post.before().balance());
    }
    return points;
  }

  /** What the enrolment gave when it was recorded. */
  public long given(Member member) {
    var known = new KeyRows(unit).find(key(member));
    if (known.isEmpty()) return 0;
    var entries = new EntryRows(unit).ofEvent(member.number(), known.get().number());
    return entries.stream().mapToLong(Entry::points).sum();
  }

  private static Key key(Member member) {
    return new Key(EventKind.ENROLMENT.defaultSource(), member.code());
  }

  private static Request request(Member member) {
    var where = new Where(member.channel(), "", "", member.staff(), "");
    var said =
        Attributes.NONE
            .with("consents", member.consents())
            .with("pilot", member.pilot())
            .with("referrer", member.referrer());
    return new Request(
        EventKind.ENROLMENT,
        key(member),
        member.code(),
        member.enrolledAt(),
        Facts.NONE.withWhere(where).withAttributes(said.text()));
  }

  private LocalDate day(long millis) {
    return Posting.day(millis, programmes.latest().orElseThrow().programme().zone());
  }
}
