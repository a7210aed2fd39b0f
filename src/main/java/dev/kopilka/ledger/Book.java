package dev.kopilka.ledger;

import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Counts;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.History;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.program.Due;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.AccountRows;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.HistoryRows;
import dev.kopilka.store.rows.KeyRows;
import dev.kopilka.store.rows.KeyRows.Known;
import dev.kopilka.store.rows.MemberRows;
import dev.kopilka.store.rows.SegmentRows;
import dev.kopilka.store.rows.SettingRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What one transaction has loaded and what it will write; each row is read and written once. */
final class Book implements Counts {
  /** Name of the setting that holds the last day of the closed period. */
  static final String CLOSED = "closed_through";

  private final ProgrammeHistory programmes;
  private final MemberRows memberRows;
  private final KeyRows keyRows;
  private final EventRows eventRows;
  private final EntryRows entryRows;
  private final AccountRows accountRows;
  private final SegmentRows segmentRows;
  private final HistoryRows historyRows;
  private final Sums sums;
  private final Lineage lineage;
  private final Bookings bookings;
  private final LocalDate closedThrough;
  private final Needs needs;

  private final Map<String, Optional<Member>> members = new HashMap<>();
  private final Map<Key, Known> fresh = new HashMap<>();
  private final TreeMap<Key, Known> keys = new TreeMap<>();
  private final TreeMap<Long, Page> pages = new TreeMap<>();
  private final TreeMap<Long, Pending> pending = new TreeMap<>();
  private LocalDate earliest = LocalDate.EPOCH;

  /** Events and entries of one member that wait to be written, in the order of their numbers. */
  private record Pending(
      ArrayList<Event> events, ArrayList<Entry> entries) {
    Pending() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  Book(Unit unit, ProgrammeHistory programmes, Pen pen) {
    this.programmes = programmes;
    this.memberRows = new MemberRows(unit);
    this.keyRows = new KeyRows(unit);
    this.eventRows = new EventRows(unit);
    this.entryRows = new EntryRows(unit);
    this.accountRows = new AccountRows(unit);
    this.segmentRows = new SegmentRows(unit);
    var zone = Posting.zone(programmes);
    this.historyRows = new HistoryRows(unit, zone);
    this.lineage = new Lineage(unit);
    this.bookings = new Bookings(unit, lineage);
    this.sums = new Sums(unit, programmes, pen, zone);
    this.closedThrough =
        new SettingRows(unit).get(CLOSED).map(LocalDate::parse).orElse(LocalDate.MIN);
    this.needs = Needs.of(programmes);
  }

  /** Tells which requests will come, so that what they need is loaded far enough back at once. */
  void expect(List<Request> requests) {
    var zone = Posting.zone(programmes);
    var first = requests.stream().mapToLong(Request::occurredAt).min().orElse(0);
    var day = Posting.day(first, zone);
    // Pages that an earlier batch only looked at know the past from its own first day on.
    if (day.isBefore(earliest)) pages.clear();
    if (day.isBefore(earliest) || pages.isEmpty()) earliest = day;
  }

  LocalDate closedThrough() {
    return closedThrough;
  }

  Optional<Known> known(Key key) {
    var known = fresh.get(key);
    return known != null ? Optional.of(known) : keyRows.find(key);
  }

  Optional<Member> member(String code) {
    return members.computeIfAbsent(code, memberRows::byCode);
  }

  Optional<Member> member(long number) {
    return memberRows.byNumber(number);
  }

  String code(Known known) {
    return memberRows.byNumber(known.member()).orElseThrow().code();
  }

  Event event(Known known) {
    flush();
    return eventRows.find(known.member(), known.number()).orElseThrow();
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
    flush();
    return bookings.counterpart(merge.event());
  }

  /** The member who the person is now: the same one where there was no merge. */
  Member living(Member member) {
    return memberRows.byNumber(lineage.living(member.number())).orElseThrow();
  }

  Account account(long member) {
    return page(member).account();
  }

  History history(long member) {
    return page(member).history();
  }

  /** The past as the close of that day must see it: loaded afresh, whatever was expected before. */
  History history(long member, LocalDate day) {
    var standings = account(member).standings();
    var last = standings.isEmpty() ? day : standings.getLast().until();
    var from = needs.from(last.isBefore(day) ? last : day, account(member));
    return historyRows.load(lineage.persons(member), from);
  }

  Set<String> segments(long member) {
    return page(member).segments();
  }

  private Page page(long member) {
    return pages.computeIfAbsent(member, this::load);
  }

  private Page load(long member) {
    var account = accountRows.load(member);
    var history =
        needs.history()
            ? historyRows.load(lineage.persons(member), needs.from(earliest, account))
            : History.NONE;
    var segments = needs.segments() ? segmentRows.of(member) : Set.<String>of();
    return new Page(account, history, segments);
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
    var month = YearMonth.from(day);
    return entryRows.transferred(
        member, start(month.atDay(1)), start(month.plusMonths(1).atDay(1)));
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(Posting.zone(programmes)).toInstant().toEpochMilli();
  }

  @Override
  public long adjusted(String actor) {
    return sums.adjusted(actor);
  }

  /** Takes a posting in: later requests of this transaction see it. */
  void record(Decision.Post post, LocalDate day, String note) {
    var event = post.event();
    var known = new Known(event.member(), event.number(), event.fingerprint());
    fresh.put(event.key(), known);
    keys.put(event.key(), known);
    page(event.member()).turn(post, day);
    var wait = pending.computeIfAbsent(event.member(), _ -> new Pending());
    wait.events.add(event);
    wait.entries.addAll(post.entries());
    sums.take(post);
    if (!note.isEmpty()) eventRows.note(event, note);
    post.counterpart().ifPresent(other -> record(other, day, ""));
    restate(post);
  }

  /** What the event makes of the member beside points. */
  private void restate(Decision.Post post) {
    var member = post.event().member();
    switch (post.event().kind()) {
      case LEAVING -> memberRows.setStatus(member, MemberStatus.LEFT);
      case MERGE -> {
        var into = post.counterpart().orElseThrow().event().member();
        memberRows.merge(member, into);
        lineage.merge(member, into);
      }
      case UNMERGE -> {
        memberRows.unmerge(member);
        lineage.unmerge(member);
      }
      default -> {
        return;
      }
    }
    members.clear();
    // Whose past is whose has changed: what was loaded of it is loaded again.
    flush();
    pages.clear();
  }

  /** Takes in what the day's close did to a member. */
  void record(Account after, List<Entry> entries) {
    page(after.member()).turn(after);
    pending.computeIfAbsent(after.member(), _ -> new Pending()).entries.addAll(entries);
  }

  /** Writes everything in the order of the tables' keys, so that pages are filled side by side. */
  void flush() {
    for (var wait : pending.values()) {
      for (var event : wait.events) eventRows.add(event);
      for (var entry : wait.entries) entryRows.add(entry);
    }
    keys.forEach(keyRows::add);
    for (var page : pages.values()) {
      if (!page.isChanged()) continue;
      accountRows.save(page.stored(), page.account(), Due.earliest(page.account()));
    }
    eventRows.flush();
    entryRows.flush();
    keyRows.flush();
    accountRows.flush();
    sums.flush();
    pending.clear();
    keys.clear();
    pages.values().removeIf(Page::isChanged);
  }
}
