package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.EntryKind;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.KeyRows;
import dev.kopilka.store.rows.KeyRows.Known;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract about who and what is who and what: ids, and members who turn out to be others. */
abstract class KeyContract extends StoreContract {
  @Test
  void aKeyIsKnownOnceForEver() {
    var key = new Key("касса", "№1");
    write(
        unit -> {
          var events = new EventRows(unit);
          events.add(event(1, EventKind.PURCHASE, "№1", Facts.NONE));
          events.flush();
          add(unit, key, new Known(1, 1, Long.MIN_VALUE));
        });
    var found = database.read(unit -> new KeyRows(unit).find(key));
    assertEquals(Optional.of(new Known(1, 1, Long.MIN_VALUE)), found);
    assertThrows(RuntimeException.class, () -> write(unit -> add(unit, key, new Known(2, 1, 0))));
    assertEquals(found, database.read(unit -> new KeyRows(unit).find(key)));
    var other = database.read(unit -> new KeyRows(unit).find(new Key("касса", "№ 1")));
    assertEquals(Optional.empty(), other);
  }

  @Test
  void idsThatShareAPlaceAreToldApart() {
    var keys = List.of(new Key("касса", "A"), new Key("касса", "B"), new Key("касса", "C"));
    write(
        unit -> {
          var events = new EventRows(unit);
          for (var number = 1; number <= 3; number++) {
            events.add(event(number, EventKind.PURCHASE, keys.get(number - 1).id(), Facts.NONE));
          }
          events.flush();
          // The last place of all: what finds it taken goes on at the first.
          var rows = new KeyRows(unit, _ -> Long.MAX_VALUE, () -> {});
          rows.add(keys.get(0), new Known(1, 1, 5));
          rows.add(keys.get(1), new Known(1, 2, 6));
          rows.flush();
          rows.load(keys);
          assertEquals(Optional.empty(), rows.find(keys.get(2)));
          rows.add(keys.get(2), new Known(1, 3, 7));
          assertEquals(Optional.of(new Known(1, 3, 7)), rows.find(keys.get(2)));
          assertThrows(RuntimeException.class, () -> rows.add(keys.get(1), new Known(1, 4, 8)));
          rows.flush();
        });
    database.read(
        unit -> {
          var rows = new KeyRows(unit, _ -> Long.MAX_VALUE, () -> {});
          for (var number = 1; number <= 3; number++) {
            var known = new Known(1, number, 4 + number);
            assertEquals(Optional.of(known), rows.find(keys.get(number - 1)));
            assertEquals(Optional.of(known), rows.find(keys.get(number - 1), 4 + number));
          }
          rows.load(keys);
          assertEquals(Optional.of(new Known(1, 3, 7)), rows.find(keys.get(2)));
          assertEquals(Optional.empty(), rows.find(new Key("касса", "D")));
          return true;
        });
  }

  private static void add(Unit unit, Key key, Known known) {
    var rows = new KeyRows(unit);
    rows.add(key, known);
    rows.flush();
  }

  @Test
  void whoWasMergedIsKnownUntilItIsTakenBack() {
    write(unit -> new MemberRows(unit).become(2, MemberStatus.MERGED, 1));
    assertEquals(Map.of(2L, 1L), database.read(unit -> new MemberRows(unit).merged()));
    var merged = database.read(unit -> new MemberRows(unit).byNumber(2).orElseThrow());
    assertEquals(MemberStatus.MERGED, merged.status());
    write(unit -> new MemberRows(unit).become(2, MemberStatus.ACTIVE, 0));
    assertEquals(Map.of(), database.read(unit -> new MemberRows(unit).merged()));
  }

  @Test
  void theLatestOfAKindAndWhatCameSinceAreFound() {
    write(
        unit -> {
          var events = new EventRows(unit);
          events.add(event(1, EventKind.MERGE, "M-1", Facts.NONE));
          events.add(event(2, EventKind.UNMERGE, "M-1", Facts.NONE.withReference("M-1")));
          events.add(event(3, EventKind.MERGE, "M-2", Facts.NONE));
          events.flush();
          var entries = new EntryRows(unit);
          entries.add(entry(1, EntryKind.OPENING, 9, TERMS));
          entries.add(entry(2, EntryKind.TRANSFER, -4, TERMS));
          entries.add(entry(3, EntryKind.TRANSFER, 3, TERMS));
          entries.flush();
        });
    database.read(
        unit -> {
          var events = new EventRows(unit);
          assertEquals(3, events.last(1, EventKind.MERGE).orElseThrow().number());
          assertEquals(Optional.empty(), events.last(1, EventKind.RETURN));
          assertEquals(List.of(2, 3), events.since(1, 1).stream().map(e -> e.number()).toList());
          assertEquals(List.of(2), events.about(1, "M-1").stream().map(e -> e.number()).toList());
          var entries = new EntryRows(unit);
          assertEquals(List.of(3), entries.since(1, 2).stream().map(e -> e.seq()).toList());
          assertEquals(4, entries.transferred(1, 0, Long.MAX_VALUE));
          assertEquals(0, entries.transferred(1, Long.MAX_VALUE, Long.MAX_VALUE));
          return true;
        });
  }

  @Test
  void aListOfTextsIsUnfoldedAsItWas() {
    var texts = List.of("", "0012", "a\"b\\c", "строка", "\uD83D\uDC69", "tab\tline\n", "[1,2]", "null");
    var found =
        database.read(
            unit -> {
              var values = new ArrayList<String>();
              try (var row =
                  unit.query("select value from {texts} asked").set(1, Listed.of(texts))) {
                while (row.next()) values.add(row.text(1));
              }
              return values;
            });
    assertEquals(texts, found);
  }
}
