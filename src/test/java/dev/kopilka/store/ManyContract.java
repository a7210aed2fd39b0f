package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.store.rows.SettingRows;
import dev.kopilka.store.server.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract about many rows at once, on their way into the ledger and out of it. */
abstract class ManyContract extends KeyContract {
  private static final int MANY = 3_000;
  private static final String NOTE = "insert into note (member, number, text) values (?, ?, ?)";
  private static final String SHARE = "insert into draw (member, seq, place, lot, points) values (?, ?, ?, ?, ?)";
  private static final String PUT =
      "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value";
  private static final String NOTES = "select count(*), sum(number) from note";
  private static final String SHARES = "select count(*), sum(points) from draw";

  private static void note(Unit unit, int number, String text) {
    unit.query(NOTE).set(1, 1).set(2, number).set(3, text).add();
  }

  private void writeNote(int number) {
    write(
        unit -> {
          note(unit, number, "by itself");
          unit.flush(NOTE);
        });
  }

  private static void share(Unit unit, int seq) {
    unit.query(SHARE).set(1, 1).set(2, seq).set(3, 0).set(4, 1).set(5, seq).add();
  }

  private static List<Long> sums(Unit unit, String question) {
    try (var row = unit.query(question)) {
      row.next();
      return List.of(row.number(1), row.number(2));
    }
  }

  private static List<Long> ofAll(int last) {
    return List.of((long) last, last * (last + 1L) / 2);
  }

  /** What waits for the end goes together: rows of several tables, of one more often, and one row twice. */
  @Test
  void whatWaitsForTheEndStandsInItsOrder() {
    write(
        unit -> {
          for (var i = 1; i <= 3; i++) {
            note(unit, i, "n" + i);
            unit.flush(NOTE);
            put(unit, "v" + i);
            share(unit, i);
            unit.flush(SHARE);
            put(unit, "w" + i);
          }
        });
    database.read(
        unit -> {
          assertEquals(ofAll(3), sums(unit, NOTES));
          assertEquals(ofAll(3), sums(unit, SHARES));
          assertEquals(Optional.of("w3"), new SettingRows(unit).get("seen"));
          return true;
        });
  }

  private static void put(Unit unit, String value) {
    unit.query(PUT).set(1, "seen").set(2, value).add();
    unit.flush(PUT);
  }

  /** Two tables by turns, and a question between them, which sees what was flushed. */
  @Test
  void rowsOfTwoTablesMayComeByTurns() {
    write(
        unit -> {
          for (var i = 1; i <= MANY; i++) {
            note(unit, i, "n" + i);
            share(unit, i);
            if (i % 700 != 0) continue;
            unit.flush(NOTE);
            assertEquals(ofAll(i), sums(unit, NOTES));
          }
          unit.flush(NOTE);
          unit.flush(SHARE);
          assertEquals(ofAll(MANY), sums(unit, SHARES));
        });
    assertEquals(ofAll(MANY), database.read(unit -> sums(unit, NOTES)));
    assertEquals(ofAll(MANY), database.read(unit -> sums(unit, SHARES)));
  }

  /** What is refused in the middle of many undoes them all, and the connection goes on. */
  @Test
  void aRowThatIsRefusedUndoesTheOthers() {
    writeNote(MANY - 1);
    assertThrows(
        RuntimeException.class,
        () ->
            database.writeOnce(
                false,
                unit -> {
                  for (var i = 1; i <= MANY; i++) note(unit, i, "n" + i);
                  unit.flush(NOTE);
                  return true;
                }));
    // Or whoever makes the rows fails, while the first ones are being stored already.
    assertThrows(
        IllegalStateException.class,
        () ->
            write(
                unit -> {
                  for (var i = 1; i <= MANY / 2; i++) note(unit, i, "n" + i);
                  throw new IllegalStateException("stopped");
                }));
    assertEquals(List.of(1L, MANY - 1L), database.read(unit -> sums(unit, NOTES)));
    writeNote(1);
    assertEquals(List.of(2L, (long) MANY), database.read(unit -> sums(unit, NOTES)));
  }

  private static final List<String> TEXTS =
      List.of("", "\\N", "\\", "\\\\t", "a\tb\nc\rd", "'", "ё — «Ы»", "\b\f\u000b", "\u0001", "?", "🪙");

  private static void writeInDisorder(Unit unit) {
    for (var i = 0; i < MANY; i++) note(unit, i, "n" + i);
    unit.query(NOTE).set(1, 1).set(3, "text").set(2, MANY).add();
    unit.flush(NOTE);
  }

  /** A row that is already on its way to a server cannot be mended; a file takes values in any order. */
  @Test
  void aRowOnItsWayTakesItsValuesInOrderOrNotAtAll() {
    var isServer = database.read(unit -> unit.engine().isPresent());
    if (isServer) assertThrows(IllegalStateException.class, () -> write(ManyContract::writeInDisorder));
    else write(ManyContract::writeInDisorder);
    assertEquals(isServer ? 0L : MANY + 1L, database.read(unit -> sums(unit, NOTES)).getFirst());
  }

  private static final List<Long> NUMBERS =
      List.of(
          0L, -1L, 7L, 999_999_999_999_999_999L, -999_999_999_999_999_999L, 1_000_000_000_000_000_000L,
          Long.MAX_VALUE, Long.MIN_VALUE);

  private void writeTexts() {
    write(
        unit -> {
          for (var i = 0; i < TEXTS.size(); i++) note(unit, i, TEXTS.get(i));
          unit.flush(NOTE);
        });
  }

  @Test
  void textsComeBackAsTheyWentThere() {
    writeTexts();
    var whole = new ArrayList<String>();
    database.read(
        unit -> {
          try (var rows = unit.whole("select text, text from note order by number")) {
            while (rows.next()) {
              whole.add(rows.text(1));
              assertEquals(whole.getLast(), rows.text(2));
            }
          }
          return true;
        });
    assertEquals(TEXTS, whole);
    for (var i = 0; i < TEXTS.size(); i++) {
      var text = TEXTS.get(i);
      assertEquals(List.of((long) i), numbers("select number from note where text = ? and '?' <> ''", text), text);
    }
  }

  /** Of many rows the later ones are written to the server as they are said. */
  @Test
  void textsOfManyRowsComeBackAsTheyWentThere() {
    write(
        unit -> {
          for (var i = 0; i < MANY; i++) note(unit, i, TEXTS.get(i % TEXTS.size()) + i);
          unit.flush(NOTE);
        });
    database.read(
        unit -> {
          try (var rows = unit.query("select number, text from note order by number")) {
            for (var i = 0; i < MANY; i++) {
              assertTrue(rows.next());
              assertEquals(i, rows.number(1));
              assertEquals(TEXTS.get(i % TEXTS.size()) + i, rows.text(2));
            }
          }
          return true;
        });
  }

  private List<Long> numbers(String question, Object... values) {
    return database.read(
        unit -> {
          var found = new ArrayList<Long>();
          try (var rows = unit.whole(question)) {
            for (var i = 0; i < values.length; i++) {
              if (values[i] instanceof Long number) rows.set(i + 1, number);
              else rows.set(i + 1, (String) values[i]);
            }
            while (rows.next()) found.add(rows.number(1));
          }
          return found;
        });
  }

  @Test
  void numbersOfAnySizeAreRead() {
    for (var number : NUMBERS) {
      assertEquals(List.of(number), numbers("select cast(? as bigint)", number));
    }
    writeTexts();
    // Nothing is 0, and what is reckoned with a parameter may be large.
    assertEquals(List.of(0L), numbers("select max(number) from note where text = ?", "nobody's"));
    assertEquals(List.of(10_000_000_000L), numbers("select ? * 100000", 100_000L));
    var isNull = new boolean[1];
    database.read(
        unit -> {
          try (var rows = unit.whole("select max(text) from note where number < 0")) {
            isNull[0] = rows.next() && rows.text(1) == null;
          }
          return true;
        });
    assertEquals("[true]", Arrays.toString(isNull));
  }

  /** In one transaction, with other values or the same. */
  @Test
  void aQuestionMayBeAskedAgain() {
    writeTexts();
    var question = "select count(*) from note where number < ?";
    var counts = new ArrayList<Long>();
    database.read(
        unit -> {
          for (var below : new long[] {3, 3, 5}) {
            try (var rows = unit.whole(question).set(1, below)) {
              while (rows.next()) counts.add(rows.number(1));
            }
          }
          return true;
        });
    assertEquals(List.of(3L, 3L, 5L), counts);
  }

  /** Who does not read to the end has failed, and the next transaction does not notice it. */
  @Test
  void anAnswerMayBeLeft() {
    write(
        unit -> {
          for (var i = 1; i <= MANY; i++) note(unit, i, "a text of some length, so that it is much");
          unit.flush(NOTE);
        });
    assertThrows(
        IllegalStateException.class,
        () ->
            database.read(
                unit -> {
                  try (var rows = unit.whole("select number, text from note")) {
                    rows.next();
                    throw new IllegalStateException("left");
                  }
                }));
    assertEquals(ofAll(MANY), database.read(unit -> sums(unit, NOTES)));
  }

  /** A mistake of ours, which the driver would answer by waiting for ever; what has no COPY does not mind. */
  @Test
  void whoReadsAWholeAnswerAsksNothingMeanwhile() {
    write(
        unit -> {
          for (var i = 1; i <= MANY; i++) note(unit, i, "");
          unit.flush(NOTE);
        });
    var hasCopy = database.read(unit -> unit.engine().map(Engine::hasCopy).orElse(false));
    if (hasCopy) {
      assertThrows(IllegalStateException.class, () -> database.read(ManyContract::askingMeanwhile));
    } else {
      assertEquals(ofAll(MANY), database.read(ManyContract::askingMeanwhile));
    }
    assertEquals(ofAll(MANY), database.read(unit -> sums(unit, NOTES)));
  }

  private static List<Long> askingMeanwhile(Unit unit) {
    try (var rows = unit.whole("select number from note")) {
      rows.next();
      var sums = sums(unit, NOTES);
      while (rows.next()) continue;
      return sums;
    }
  }
}
