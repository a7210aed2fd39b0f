package dev.kopilka.ledger;

import dev.kopilka.ledger.decide.Deciders;
import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.program.Version;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.store.keys.KeyFilter;
import dev.kopilka.store.rows.KeyRows.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records requests, one after the other, each seeing what the ones before it did. */
public final class Posting {
  private final ProgrammeHistory programmes;
  private final Pen pen;
  private final ZoneId zone;
  private final Book book;

  public Posting(Unit unit, ProgrammeHistory programmes, Pen pen) {
    this.programmes = programmes;
    this.pen = pen;
    this.zone = zone(programmes);
    this.book = new Book(unit, programmes, pen);
  }

  /**
   * Asks the filter first from now on, which is the beginning of the transaction.
   *
   * @param filter knows ids that are certainly new; several transactions may have it in common
   */
  public void with(KeyFilter filter) {
    book.with(filter);
  }

  /** Answers in the order of the requests. What they write is in the unit when this returns. */
  public List<Answer> post(List<Request> requests) {
    var answers = postSome(requests);
    finish();
    return answers;
  }

  /** The same for a part of what the transaction will record; {@link #finish} ends it. */
  public List<Answer> postSome(List<Request> requests) {
    return postFirst(List.of(), requests);
  }

  /**
   * The same for requests that may be the first ones of members.
   *
   * @param newcomers members taken in by this transaction, of whom nothing is recorded yet
   */
  List<Answer> postFirst(List<Member> newcomers, List<Request> requests) {
    book.welcome(newcomers);
    book.expect(requests);
    var answers = new ArrayList<Answer>(requests.size());
    for (var request : requests) answers.add(post(request));
    book.flush();
    return answers;
  }

  /** Writes what the parts have left to be written together. */
  public void finish() {
    book.finish();
  }

  private Answer post(Request request) {
    var fingerprint = request.fingerprint(pen.chain());
    var known = book.known(request.key(), fingerprint);
    if (known.isPresent()) return again(request, known.get(), fingerprint);
    if (request.kind().counterpart().isPresent()
        && book.known(request.key().counterpart()).isPresent()) {
      return reused(request.key().counterpart(), "kind");
    }
    if (!request.member().isEmpty() && book.member(request.member()).isEmpty()) {
      return refused(Refuse.because(Refusal.MEMBER_NOT_FOUND).with("member", request.member()));
    }
    var about = Optional.<Booked>empty();
    if (References.isNeeded(request.kind())) {
      about = book.booked(request);
      if (about.isEmpty()) {
        return refused(
            Refuse.because(References.missing(request.kind()))
                .with("id", request.facts().reference()));
      }
    }
    var member = member(request, about);
    if (member.isEmpty()) {
      return refused(Refuse.because(Refusal.MEMBER_NOT_FOUND).with("member", request.member()));
    }
    if (about.isPresent() && whose(request, about.get()).number() != member.get().number()) {
      return refused(
          Refuse.because(Refusal.OTHER_MEMBER)
              .with("member", member.get().code())
              .with("id", request.facts().reference()));
    }
    return decide(request.fingerprinted(fingerprint), member.get(), about);
  }

  /** The member named, or the one of the event named: who they are now, whoever they were then. */
  private Optional<Member> member(Request request, Optional<Booked> about) {
    if (about.isEmpty()) return book.member(request.member());
    if (request.member().isEmpty()) return Optional.of(whose(request, about.get()));
    var named = book.member(request.member());
    return request.kind() == EventKind.UNMERGE ? named : named.map(book::living);
  }

  /** The member whose the event is now. A merge itself is undone where it was asked for. */
  private Member whose(Request request, Booked about) {
    var then = book.member(about.event().member()).orElseThrow();
    return request.kind() == EventKind.UNMERGE ? then : book.living(then);
  }

  private Answer again(Request request, Known known, long fingerprint) {
    // The fingerprint is of the content alone: whose it is must be the same too.
    var isTheirs =
        request.member().isEmpty()
            || book.member(request.member()).filter(m -> isSame(m, known.member())).isPresent();
    var field =
        isTheirs && known.fingerprint() == fingerprint
            ? ""
            : Difference.first(book.event(known), book.code(known), request);
    if (field.isEmpty()) return new Answer.Repeated(known.member(), known.number());
    return reused(request.key(), field);
  }

  private boolean isSame(Member named, long recorded) {
    return named.number() == recorded || book.living(named).number() == recorded;
  }

  private static Answer reused(Key key, String field) {
    return refused(
        Refuse.because(Refusal.ID_REUSED)
            .with("source", key.source())
            .with("id", key.id())
            .with("field", field));
  }

  private Answer decide(Request request, Member member, Optional<Booked> about) {
    var other = Optional.<Member>empty();
    if (request.kind().counterpart().isPresent()) {
      var code = about.map(Booked::event).map(Event::facts).orElse(request.facts()).subject();
      other = book.member(code);
      var unfit = unfit(member, other, code);
      if (unfit.isPresent()) return refused(unfit.get());
    }
    var day = day(request.occurredAt());
    var version = programmes.inForceOn(day);
    if (version.isEmpty()) {
      return refused(Refuse.because(Refusal.NO_PROGRAMME).with("day", day));
    }
    var at = request.occurredAt();
    var early = untimely(at, day, member);
    if (other.isPresent()) early = Refuse.first(early, untimely(at, day, other.get()));
    if (early.isEmpty() && request.kind() != EventKind.UNMERGE) early = merged(member);
    if (early.isEmpty() && other.isPresent()) early = merged(other.get());
    if (early.isPresent()) return refused(early.get());
    var situation = situation(member, version.get(), day, about);
    if (other.isPresent()) {
      var side = about.map(book::counterpart);
      situation = situation.with(situation(other.get(), version.get(), day, side));
    }
    return switch (Deciders.decide(pen, situation, stored(request, about))) {
      case Refuse refuse -> refused(refuse);
      case Decision.Post post -> {
        book.record(post, day, request.note());
        yield new Answer.Recorded(post);
      }
    };
  }

  private Situation situation(
      Member member, Version version, LocalDate day, Optional<Booked> about) {
    return new Situation(
        member,
        book.account(member.number()),
        book.history(member.number()),
        version,
        day,
        about,
        book.segments(member.number()),
        book,
        Optional.empty());
  }

  private static Optional<Refuse> unfit(Member member, Optional<Member> other, String code) {
    if (other.isEmpty()) {
      return Optional.of(Refuse.because(Refusal.MEMBER_NOT_FOUND).with("member", code));
    }
    return other.get().number() == member.number()
        ? Optional.of(Refuse.because(Refusal.SAME_MEMBER).with("member", code))
        : Optional.empty();
  }

  /** Nothing is recorded any more of who turned out to be another member. */
  private Optional<Refuse> merged(Member member) {
    if (member.status() != MemberStatus.MERGED) return Optional.empty();
    return Optional.of(
        Refuse.because(Refusal.MEMBER_MERGED)
            .with("member", member.code())
            .with("into", book.living(member).code()));
  }

  /** The reference is stored with its source where that is not the usual one of its kind. */
  private static Request stored(Request request, Optional<Booked> about) {
    if (about.isEmpty()) return request;
    var facts = request.facts().withReference(References.text(request.kind(), about.get().event()));
    return request.with(facts);
  }

  private Optional<Refuse> untimely(long at, LocalDate day, Member member) {
    // Of two times the later one has no earlier day: nearly always the days need not be known.
    if (at > pen.recordedAt() && day.isAfter(day(pen.recordedAt()))) {
      return Optional.of(Refuse.because(Refusal.EVENT_IN_FUTURE).with("day", day));
    }
    if (at < member.enrolledAt() && day.isBefore(day(member.enrolledAt()))) {
      return Optional.of(
          Refuse.because(Refusal.EVENT_BEFORE_ENROLMENT)
              .with("member", member.code())
              .with("day", day)
              .with("enrolled", day(member.enrolledAt())));
    }
    if (!day.isAfter(book.closedThrough())) {
      return Optional.of(
          Refuse.because(Refusal.PERIOD_CLOSED)
              .with("day", day)
              .with("closed", book.closedThrough()));
    }
    return Optional.empty();
  }

  private LocalDate day(long millis) {
    return day(millis, zone);
  }

  /** The programme's zone; before there is a programme nothing is dated, so any will do. */
  static ZoneId zone(ProgrammeHistory programmes) {
    return programmes.latest().<ZoneId>map(last -> last.programme().zone()).orElse(ZoneOffset.UTC);
  }

  static LocalDate day(long millis, ZoneId zone) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
  }

  private static Answer.Refused refused(Refuse refuse) {
    return new Answer.Refused(refuse.refusal(), refuse.problem());
  }
}
