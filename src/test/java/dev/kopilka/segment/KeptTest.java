package dev.kopilka.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.ledger.Answer;
import dev.kopilka.ledger.Ask;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.World;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.Version;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.MemberRows;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What accounts say of all buyers against what their events add up to. */
class KeptTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
  private static final long HOUR = 3_600_000;
  private static final int MEMBERS = 12;
  private static final int STEPS = 160;
  private static final int LOOK = 20;

  @TempDir Path folder;
  private World world;
  private Random random;
  private final List<String> purchases = new ArrayList<>();
  private final List<String> merges = new ArrayList<>();
  private final Map<EventKind, Integer> recorded = new EnumMap<>(EventKind.class);
  private int ids;
  private long latest;

  private void open(ProgrammeHistory programmes) {
    world = new World(folder, programmes);
    // Out of the order of their numbers, as codes from an older system are.
    for (var i = 0; i < MEMBERS; i++) world.enrol(code(i), "2025-01-01");
  }

  private static String code(int i) {
    return "C" + i * 7 % MEMBERS;
  }

  private String somebody() {
    return code(random.nextInt(MEMBERS));
  }

  /** One of the last few: of what is long past little can be undone any more. */
  private String any(List<String> ids) {
    var last = ids.size() - 1;
    return ids.isEmpty() ? "nothing" : ids.get(last - random.nextInt(Math.min(4, ids.size())));
  }

  /** At noon of the day, or at another time, which may be later than the ledger's now. */
  private void ask(EventKind kind, String member, long at, Facts facts) {
    var id = kind.word() + ++ids;
    var key = new Key(kind.defaultSource(), id);
    var answer = world.post(List.of(new Request(kind, key, member, at, facts))).getFirst();
    if (!(answer instanceof Answer.Recorded)) return;
    recorded.merge(kind, 1, Integer::sum);
    if (kind == EventKind.PURCHASE) purchases.add(id);
    if (kind == EventKind.MERGE) merges.add(id);
    if (kind == EventKind.PURCHASE || kind == EventKind.RETURN) latest = Math.max(latest, at);
  }

  private void step(LocalDate today) {
    world.today(today.toString());
    var late = Ask.noon(today.minusDays(random.nextInt(40))) + (random.nextInt(20) - 10) * HOUR;
    var now = Ask.noon(today) + random.nextInt(10) * HOUR;
    var money = 100L * (1 + random.nextInt(50));
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> ask(EventKind.PURCHASE, somebody(), late, Facts.NONE.withAmount(money));
      case 5, 6 -> ask(EventKind.PURCHASE, somebody(), now, Facts.NONE.withAmount(money));
      case 7, 8 -> ask(EventKind.RETURN, "", now, about(any(purchases)).withAmount(100));
      case 9 -> ask(EventKind.RETURN, "", now, about(any(purchases)));
      case 10, 11 -> ask(EventKind.MERGE, somebody(), now, Facts.NONE.withSubject(somebody()));
      case 12, 13 -> ask(EventKind.UNMERGE, "", now, about(any(merges)));
      case 14 -> block(somebody());
      default -> {
        if (random.nextBoolean()) ask(EventKind.LEAVING, somebody(), now, Facts.NONE);
      }
    }
  }

  private static Facts about(String id) {
    return Facts.NONE.withReference(id);
  }

  private void block(String code) {
    world.write(
        unit -> {
          var rows = new MemberRows(unit);
          var member = rows.byCode(code).orElseThrow();
          if (member.status() == MemberStatus.ACTIVE) {
            rows.setStatus(member.number(), MemberStatus.BLOCKED);
          }
          return true;
        });
  }

  private static String text(Unit unit, Bought bought, AsOf asOf) {
    var buyers = Buyers.of(Participants.named(unit).who(bought), bought, asOf);
    var unnamed = Participants.unnamed(unit).who(bought);
    assertArrayEquals(Arrays.stream(buyers.members()).sorted().toArray(), unnamed.members());
    return text(buyers);
  }

  private static String text(Buyers buyers) {
    return String.join(
        "\n",
        buyers.codes().toString(),
        Arrays.toString(buyers.members()),
        Arrays.toString(buyers.recency()),
        Arrays.toString(buyers.frequency()),
        Arrays.toString(buyers.monetary()));
  }

  private static Optional<Bought> kept(Unit unit, long until) {
    var kept = Kept.load(unit, until);
    return kept.filter(
        bought -> Kept.tells(bought, Participants.named(unit).who(bought).members(), until));
  }

  /** Whether the accounts could tell; if so, they must say what the events say. */
  private boolean tell(long until, String when) {
    var asOf = new AsOf(Instant.ofEpochMilli(until), Ask.ZONE);
    Optional<String> kept =
        world.database().read(unit -> kept(unit, until).map(bought -> text(unit, bought, asOf)));
    if (kept.isEmpty()) return false;
    assertEquals(counted(asOf), kept.get(), when);
    together(asOf, kept.get());
    return true;
  }

  /** Who reads by two connections learns the same. */
  private void together(AsOf asOf, String expected) {
    for (var byCode : List.of(true, false)) {
      Buyers one = world.database().read(unit -> buyers(List.of(unit), byCode, asOf));
      Buyers two = world.database().readTogether(2, units -> buyers(units, byCode, asOf));
      assertEquals(text(one), text(two));
      if (byCode) assertEquals(expected, text(two));
    }
  }

  private static Buyers buyers(List<Unit> readers, boolean byCode, AsOf asOf) {
    try (var others = Participants.ask(readers, byCode)) {
      var asked = new Buyers.Question(asOf, Optional.empty());
      return Buyers.load(readers.getFirst(), others, asked);
    }
  }

  private String counted(AsOf asOf) {
    var until = asOf.moment().toEpochMilli();
    return world
        .database()
        .read(unit -> text(unit, Bought.counted(unit, Long.MIN_VALUE, until), asOf));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261127})
  void accountsSayWhatTheEventsAddUpTo(long seed) {
    random = new Random(seed);
    open(Rules.history(Rules.of(Rules.BASE)));
    for (var i = 0; i < STEPS; i++) {
      var today = FIRST.plusDays(i);
      step(today);
      if (i % LOOK != LOOK - 1) continue;
      var when = "seed " + seed + ", step " + i;
      assertTrue(tell(latest, when), when + ": nothing was later");
      assertTrue(tell(AsOf.endOf(today, Ask.ZONE).moment().toEpochMilli(), when), when);
      tell(latest - 1, when);
      for (var back = 1; back < 60; back += 7) tell(Ask.noon(today.minusDays(back)), when);
    }
    for (var kind : List.of(EventKind.RETURN, EventKind.MERGE, EventKind.UNMERGE, EventKind.LEAVING)) {
      assertTrue(recorded.containsKey(kind), "seed " + seed + " records no " + kind);
    }
    world.close();
  }

  private boolean isKept(long until) {
    Optional<Bought> kept = world.database().read(unit -> kept(unit, until));
    return kept.isPresent();
  }

  @Test
  void whatWasBoughtOrReturnedLaterIsFoundByTheEvents() {
    open(Rules.history(Rules.of(Rules.BASE)));
    var noon = Ask.noon(LocalDate.of(2025, 3, 9));
    ask(EventKind.PURCHASE, "C1", noon - HOUR, Facts.NONE.withAmount(500));
    ask(EventKind.PURCHASE, "C2", noon, Facts.NONE.withAmount(500));
    assertFalse(isKept(noon - 1));
    assertTrue(isKept(noon));
    ask(EventKind.RETURN, "", noon + HOUR, about(purchases.getFirst()).withAmount(100));
    assertFalse(isKept(noon));
    assertTrue(isKept(noon + HOUR));
    world.close();
  }

  /** An account says 0 for never, and may say it of a time before 1970. */
  @Test
  void timesBeforeTheEpochAreAskedOfTheEvents() {
    var rules = Rules.of(Rules.BASE);
    var since = LocalDate.of(1950, 1, 1);
    open(new ProgrammeHistory(List.of(new Version(1, since, "anna", "", "", Instant.EPOCH, rules, ""))));
    world.enrol("OLD", "1950-01-01");
    ask(EventKind.PURCHASE, "C1", Ask.noon(LocalDate.of(2026, 1, 1)), Facts.NONE.withAmount(500));
    assertTrue(isKept(latest));
    ask(EventKind.PURCHASE, "OLD", Ask.noon(LocalDate.of(1960, 1, 1)), Facts.NONE.withAmount(500));
    assertEquals(2, recorded.get(EventKind.PURCHASE));
    assertFalse(isKept(latest));
    world.close();
  }
}
