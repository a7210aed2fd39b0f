package dev.kopilka.ledger;

import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Counts;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.page.Needs;
import dev.kopilka.ledger.page.Pages;
import dev.kopilka.ledger.page.Slice;
import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.History;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.store.keys.KeyFilter;
import dev.kopilka.store.keys.Place;
import dev.kopilka.store.rows.KeyRows;
import dev.kopilka.store.rows.KeyRows.Known;
import dev.kopilka.store.rows.MemberRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one transaction has loaded and what it will write. Requests come in slices: what a slice
 * needs is loaded at once, and what it did is handed over to be written at once. The ids come in
 * larger parts, because of all trees only theirs cannot be filled in order.
 */
final class Book implements Counts {
  private final Unit unit;
  private final MemberRows memberRows;
  private final KeyRows keyRows;
  private final Pages pages;
  private final Sums sums;
  private final Lineage lineage;
  private final Bookings bookings;
  private final ClosedPeriod closed;
  private final ZoneId zone;
  private final Map<String, Optional<Member>> members = new HashMap<>();
  private final Map<String, Member> newcomers = new HashMap<>();
  private final Map<Long, MemberStatus> now = new HashMap<>();
  private Slice slice = new Slice();

  Book(Unit unit, ProgrammeHistory programmes, Pen pen) {
    this.unit = unit;
    this.memberRows = new MemberRows(unit.reader());
    this.keyRows = new KeyRows(unit, new Place(), this::flush);
    this.zone = Posting.zone(programmes);
    this.lineage = new Lineage(unit, this::known);
    this.bookings = new Bookings(unit, lineage, this::known);
    this.pages = new Pages(unit, Needs.of(programmes), zone, lineage::persons);
    this.sums = new Sums(unit, programmes, pen, zone);
    this.closed = new ClosedPeriod(unit.reader());
  }

  /** Asks the filter of ids first. */
  void with(KeyFilter filter) {
    keyRows.with(filter);
  }

  /** Tells of members whom this transaction has taken in and of whom nothing is recorded yet. */
  void welcome(List<Member> these) {
    newcomers.clear();
    for (var member : these) newcomers.put(member.code(), member);
  }

  /** Tells which requests will come, so that what they need is loaded at once and far enough back. */
  void expect(List<Request> requests) {
    var looking = requests.stream().filter(request -> Needs.looksBack(request.kind()));
    var first = looking.mapToLong(Request::occurredAt).min();
    pages.from(first.isEmpty() ? Pages.NOWHERE : Posting.day(first.getAsLong(), zone));
    // A lone request finds what it needs in fewer statements, which go in one way there and back.
    if (requests.size() == 1 && !unit.isHelped()) ask(requests.getFirst());
    else if (!requests.isEmpty()) load(requests);
    for (var member : newcomers.values()) pages.open(member.number());
  }

  /** The member comes first: whoever had to wait for them sees what the others did meanwhile. */
  private void ask(Request request) {
    if (request.member().isEmpty() || newcomers.containsKey(request.member())) return;
    var code = request.member();
    var questions = new ArrayList<>(List.of(memberRows.asked(code), keyRows.asked(request.key())));
    questions.add(closed.asked());
    if (pages.wantsPast()) questions.add(memberRows.askedMerged());
    questions.addAll(pages.ask(code));
    unit.ask(questions);
    member(code).ifPresent(member -> pages.met(member.number()));
  }

  private void load(List<Request> requests) {
    var codes = new HashSet<String>();
    for (var request : requests) {
      if (!newcomers.containsKey(request.member())) codes.add(request.member());
    }
    members.clear();
    if (!codes.isEmpty()) {
      memberRows.byCodes(codes).forEach((code, member) -> members.put(code, asNow(member)));
    }
    keyRows.load(requests.stream().map(Request::key).toList());
    var numbers = new TreeSet<Long>();
    for (var request : requests) {
      // Of an id that is there already nothing more needs to be known, as a rule.
      if (!keyRows.isFree(request.key())) continue;
      var member = members.getOrDefault(request.member(), Optional.empty());
      member.ifPresent(there -> numbers.add(there.number()));
    }
    pages.load(numbers);
  }

  LocalDate closedThrough() {
    return closed.through();
  }

  Optional<Known> known(Key key) {
    return keyRows.find(key);
  }

  Optional<Known> known(Key key, long fingerprint) {
    return keyRows.find(key, fingerprint);
  }

  Optional<Member> member(String code) {
    var newcomer = newcomers.get(code);
    if (newcomer != null) return asNow(newcomer);
    return members.computeIfAbsent(code, _ -> memberRows.byCode(code).flatMap(this::asNow));
  }

  Optional<Member> member(long number) {
    return memberRows.byNumber(number).flatMap(this::asNow);
  }

  /** The member with the status that this transaction gave, if it gave one. */
  private Optional<Member> asNow(Member member) {
    var status = now.get(member.number());
    return Optional.of(status == null ? member : member.with(status));
  }

  String code(Known known) {
    return memberRows.byNumber(known.member()).orElseThrow().code();
  }

  Event event(Known known) {
    return booked().event(known);
  }

  /** The event that the request names, with all that was booked on it. */
  Optional<Booked> booked(Request request) {
    for (var key : References.keys(request)) {
      var event = known(key).map(this::event).filter(e -> References.fits(request.kind(), e));
      if (event.isPresent()) return Optional.of(bookings.of(request.kind(), event.get()));
    }
    return Optional.empty();
  }

  /** The other side of a merge, with all that the other member did since. */
  Booked counterpart(Booked merge) {
    return booked().counterpart(merge.event());
  }

  /** What was booked, with all that this transaction did. */
  private Bookings booked() {
    flush();
    unit.settle();
    return bookings;
  }

  /** The member who the person is now: the same one where there was no merge. */
  Member living(Member member) {
    var living = lineage.living(member.number());
    return living == member.number() ? member : member(living).orElseThrow();
  }

  Account account(long member) {
    return pages.of(member).account();
  }

  History history(long member) {
    return pages.of(member).history();
  }

  /** The past as the close of that day must see it: loaded afresh, whatever was expected before. */
  History history(long member, LocalDate day) {
    return pages.history(member, day);
  }

  Set<String> segments(long member) {
    return pages.of(member).segments();
  }

  @Override
  public long given(String rule) {
    return sums.given(rule);
  }

  @Override
  public long stockChange(String reward) {
    return sums.stockChange(reward);
  }

  @Override
  public long transferred(long member, LocalDate day) {
    flush();
    return sums.transferred(member, YearMonth.from(day));
  }

  @Override
  public long lastPurchaseWithout(long member, long merged) {
    return booked().lastPurchaseWithout(member, merged);
  }

  @Override
  public long lastPurchaseBut(long member, Event purchase) {
    return booked().lastPurchaseBut(member, purchase);
  }

  @Override
  public long adjusted(String actor) {
    return sums.adjusted(actor);
  }

  /** Takes a posting in: later requests of this transaction see it. */
  void record(Decision.Post post, LocalDate day, String note) {
    var event = post.event();
    keyRows.add(event.key(), new Known(event.member(), event.number(), event.fingerprint()));
    pages.of(event.member()).turn(post, day);
    slice.add(event, note);
    slice.add(event.member(), post.entries());
    sums.take(post);
    post.counterpart().ifPresent(other -> record(other, day, ""));
    restate(post);
  }

  /** What the event makes of the member beside points. */
  private void restate(Decision.Post post) {
    var member = post.event().member();
    switch (post.event().kind()) {
      case LEAVING -> become(member, MemberStatus.LEFT, 0);
      case MERGE -> {
        var into = post.counterpart().orElseThrow().event().member();
        become(member, MemberStatus.MERGED, into);
        lineage.merge(member, into);
      }
      case UNMERGE -> {
        become(member, MemberStatus.ACTIVE, 0);
        lineage.unmerge(member);
      }
      default -> {
        return;
      }
    }
    members.clear();
    // Whose past is whose may have changed: what was loaded of it is loaded again.
    flush();
    pages.clear();
  }

  private void become(long member, MemberStatus status, long into) {
    slice.restate(member, status, into);
    now.put(member, status);
  }

  /** Takes in what the day's close did to a member. */
  void record(Account after, List<Entry> entries) {
    pages.of(after.member()).turn(after);
    slice.add(after.member(), entries);
  }

  /** Hands over what the requests since the last time did. */
  void flush() {
    pages.save(slice);
    if (slice.isEmpty()) return;
    unit.later(slice.writing(unit));
    slice = new Slice();
    keyRows.flushAhead();
  }

  /** Writes everything: what was handed over, the ids, and the sums over members. */
  void finish() {
    flush();
    unit.settle();
    keyRows.flush();
    sums.flush();
  }
}
