package dev.kopilka.ledger.page;

import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.History;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.SegmentRows;
import dev.kopilka.store.rows.AccountQuestion;
import dev.kopilka.store.rows.AccountRows;
import dev.kopilka.store.rows.HistoryRows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** The accounts that a transaction has in hand: each member's is loaded once as long as it is kept. */
public final class Pages {
  /** Members who share a number in this many are mistaken for each other, which costs a wait only. */
  private static final int WRITTEN = (1 << 22) - 1;

  private final Unit unit;
  private final Needs needs;
  private final ZoneId zone;
  private final LongFunction<List<Long>> persons;
  private final TreeMap<Long, Page> pages = new TreeMap<>();
  private final BitSet written = new BitSet();
  private LocalDate earliest = LocalDate.EPOCH;
  private Optional<AccountQuestion> asked = Optional.empty();

  /**
   * @param persons the member and those who were merged into it: their past is the member's
   */
  public Pages(Unit unit, Needs needs, ZoneId zone, LongFunction<List<Long>> persons) {
    this.unit = unit;
    this.needs = needs;
    this.zone = zone;
    this.persons = persons;
  }

  /** What requests that do not look back at all look back to. */
  public static final LocalDate NOWHERE = LocalDate.MAX;

  /** Tells how far back the next requests look. */
  public void from(LocalDate day) {
    // Pages that earlier requests only looked at know the past from their own first day on.
    if (day.isBefore(earliest)) pages.clear();
    if (day.isBefore(earliest) || pages.isEmpty()) earliest = day;
  }

  /** Loads these members all at once, and lets go of all others. */
  public void load(Set<Long> members) {
    pages.keySet().retainAll(members);
    var unknown = new ArrayList<Long>();
    for (var member : members) if (!pages.containsKey(member)) unknown.add(member);
    if (!unknown.isEmpty()) read(unknown);
  }

  /** Opens the page of a member to whom nothing has happened yet; nothing needs to be read. */
  public void open(long member) {
    pages.put(member, new Page(Account.empty(member), History.NONE, Set.of()));
  }

  /** The question for the account of whoever has the code, to be asked beside others. */
  public List<Query> ask(String code) {
    asked = Optional.of(AccountQuestion.ofCode(unit, code));
    return asked.get().queries();
  }

  /** Opens the page of whoever has the code that was asked for last, if it is not in hand. */
  public void met(long member) {
    if (pages.containsKey(member)) return;
    var found = asked.orElseThrow().answer();
    found.computeIfAbsent(member, Account::empty);
    read(unit, List.of(member), found);
  }

  public Page of(long member) {
    var page = pages.get(member);
    if (page != null) return page;
    read(List.of(member));
    return pages.get(member);
  }

  private void read(Collection<Long> members) {
    var from = unit.reader();
    if (unit.isHelped() && all(members).stream().anyMatch(this::isWritten)) {
      // What this transaction wrote is seen by itself alone.
      unit.settle();
      from = unit;
    }
    read(from, members, new AccountRows(from).load(members));
  }

  private void read(Unit from, Collection<Long> members, Map<Long, Account> accounts) {
    var histories =
        wantsPast()
            ? new HistoryRows(from, zone).load(all(members), since(accounts.values()))
            : Map.<Long, History>of();
    for (var member : members) {
      var history = histories.isEmpty() ? History.NONE : together(member, histories);
      var segments =
          looksBack() && needs.segments() ? new SegmentRows(from).of(member) : Set.<String>of();
      pages.put(member, new Page(accounts.get(member), history, segments));
    }
  }

  private boolean looksBack() {
    return !earliest.equals(NOWHERE);
  }

  /** Whether what comes next is decided by what happened before, and so by who was merged into whom. */
  public boolean wantsPast() {
    return looksBack() && needs.history();
  }

  private Set<Long> all(Collection<Long> members) {
    var all = new TreeSet<Long>();
    for (var member : members) all.addAll(persons.apply(member));
    return all;
  }

  private LocalDate since(Collection<Account> accounts) {
    var first = earliest;
    for (var account : accounts) {
      var day = needs.from(earliest, account);
      if (day.isBefore(first)) first = day;
    }
    return first;
  }

  private History together(long member, Map<Long, History> histories) {
    var history = History.NONE;
    for (var one : persons.apply(member)) {
      history = history.and(histories.getOrDefault(one, History.NONE));
    }
    return history;
  }

  /** Lets go of all pages; what has changed must have been saved. */
  public void clear() {
    pages.clear();
  }

  private boolean isWritten(long member) {
    return written.get((int) (member & WRITTEN));
  }

  /** Moves what has changed into the slice; the pages stay as they stand. */
  public void save(Slice slice) {
    for (var page : pages.values()) {
      if (!page.isChanged()) continue;
      slice.add(page.stored(), page.account());
      page.saved();
      written.set((int) (page.account().member() & WRITTEN));
    }
  }

  /** The past as the close of the day must see it: as stored, from where the rules look back to. */
  public History history(long member, LocalDate day) {
    Account account = of(member).account();
    unit.settle();
    var standings = account.standings();
    var last = standings.isEmpty() ? day : standings.getLast().until();
    var from = needs.from(last.isBefore(day) ? last : day, account);
    return together(member, new HistoryRows(unit, zone).load(persons.apply(member), from));
  }
}
