package dev.kopilka.bulk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Trouble;
import java.util.ArrayList;
import java.util.List;

/** Whatever a table holds, it is read to its end, each record whole or damaged at a place. */
class RowReaderFuzzTest {
  private static final List<Wish> WISHES =
      List.of(Wish.NONE, new Wish("csv", "utf-8", "comma"), new Wish("csv", "windows-1251", "semicolon"));

  @FuzzTest(maxDuration = "2m")
  void anyFile(byte[] bytes) {
    for (var wish : WISHES) {
      var first = read(bytes, wish);
      assertEquals(first, read(bytes, wish), "the same bytes read the same");
    }
  }

  /** What was read; anything thrown but {@link Trouble.BadInput} is a finding. */
  private static List<String> read(byte[] bytes, Wish wish) {
    var all = new ArrayList<String>();
    try (var reader = Bytes.open(bytes, wish)) {
      var width = reader.header().size();
      while (reader.advance()) {
        var row = reader.row();
        all.add(Bytes.cells(row));
        if (row.damage().isPresent()) stands(row.damage().get().place());
        else if (wish != Wish.NONE) assertEquals(width, row.size(), "a whole record has every cell");
        for (var i = 0; i < row.size(); i++) stands(row.place(i));
      }
    } catch (Trouble.BadInput refused) {
      all.add(refused.getMessage());
    }
    return all;
  }

  private static void stands(Place place) {
    assertTrue(place.line() >= 1 && place.column() >= 1, place.toString());
  }
}
