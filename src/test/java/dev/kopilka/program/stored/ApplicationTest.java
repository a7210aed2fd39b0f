package dev.kopilka.program.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.home.Ledgers;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble.Refused;
import dev.kopilka.program.Example;
import dev.kopilka.store.Database;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.MemberRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationTest {
  // Late evening in London is the next day in Moscow.
  private static final Instant NOW = Instant.parse("2026-11-22T22:30:00Z");
  private static final String CAFE = new String(Example.CAFE.file("ru"), StandardCharsets.UTF_8);

  private static final Member MEMBER =
      new Member(1, "A", MemberStatus.ACTIVE, 0, "", "", "", "", "");
  private static final Event EVENT =
      new Event(
          1,
          1,
          EventKind.PURCHASE,
          new Key("t", "1"),
          0,
          0,
          1,
          "ivan",
          Facts.NONE,
          0,
          new byte[32]);

  @TempDir private Path folder;
  private Database database;

  @BeforeEach
  void openALedger() {
    database = Database.open(Ledgers.created(folder.resolve("k.db")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Application.Applied apply(String text) {
    var file = ProgrammeFile.checked("cafe", text.getBytes(StandardCharsets.UTF_8));
    return database.write(false, new Application(file, Optional.empty(), "", "ivan", NOW)::apply);
  }

  @Test
  void startsTodayByTheClockOfTheProgramme() {
    assertEquals(LocalDate.of(2026, 11, 23), apply(CAFE).version().effectiveFrom());
  }

  @Test
  void keepsTheFileByteForByte() {
    var applied = apply("\uFEFF" + CAFE.replace("\n", "\r\n"));
    var stored = database.read(Versions::load).latest().orElseThrow();
    assertEquals(applied.version(), stored);
    var again = stored.source().getBytes(StandardCharsets.UTF_8);
    assertEquals(stored.hash(), ProgrammeFile.checked("again", again).hash());
  }

  @Test
  void theHashIsThatOfTheBytes() {
    var file = ProgrammeFile.checked("x", Example.CAFE.file("en"));
    assertEquals(64, file.hash().length());
    assertEquals(file.hash(), ProgrammeFile.checked("y", Example.CAFE.file("en")).hash());
  }

  @ParameterizedTest
  @CsvSource({
    "currency: RUB, currency: EUR, currency",
    "Europe/Moscow, Asia/Omsk, timezone",
    "code: cafe, code: bistro, code",
    "'value: \"15.00\"', 'value: \"15.00\"\n    scale: 1', points.scale",
  })
  void unitsAreFixedOnceAnEventIsRecorded(String before, String after, String key) {
    apply(CAFE);
    var other = CAFE.replace(before, after);
    database.write(true, unit -> refusedNothing(unit, other));
    database.write(
        false,
        unit -> {
          var members = new MemberRows(unit);
          members.add(MEMBER, 0);
          members.flush();
          var events = new EventRows(unit);
          events.add(EVENT);
          events.flush();
          return true;
        });
    var refused = assertThrows(Refused.class, () -> apply(other));
    assertEquals(Refusal.UNITS_FIXED, refused.refusal());
    assertEquals(key, refused.problem().details().get("key"));
  }

  private static boolean refusedNothing(Unit unit, String text) {
    var file = ProgrammeFile.checked("cafe", text.getBytes(StandardCharsets.UTF_8));
    return new Application(file, Optional.empty(), "", "ivan", NOW).apply(unit).isNew();
  }
}
