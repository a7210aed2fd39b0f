package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.KeyRows;
import dev.kopilka.store.rows.KeyRows.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the registry of ids must do on every database. */
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
  void aListOfTextsIsUnfoldedAsItWas() {
    var texts = List.of("", "0012", "a\"b\\c", "строка", "\uD83D\uDC69", "tab\tline\n", "[1,2]", "null");
    var found =
        database.read(
            unit -> {
              var values = new ArrayList<String>();
              try (var row =
                  unit.query("select value from json_each(?)").set(1, Listed.of(texts))) {
                while (row.next()) values.add(row.text(1));
              }
              return values;
            });
    assertEquals(texts, found);
  }
}
