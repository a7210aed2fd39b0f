package dev.kopilka.model.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Line;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Terms;
import dev.kopilka.model.Where;
import dev.kopilka.model.value.Days;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rows with the hashes that their canonical bytes have had from the first release on. The hashes
 * were computed outside this program, from the description of the byte form: a change here means
 * that no old ledger can be verified any more.
 */
class GoldenTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 5);
  private static final String FIRST_EVENT =
      "d106acf870356e295c25f1919b7bb4a5a5a04f02a2e0e85f12d52f3d65fe4d3b";
  private static final String SECOND_EVENT =
      "0acebe9fe4d16ff2de9c7845f507947054c5bafb30ccc293070ad863e924aafb";
  private static final String EARNED =
      "9d6d6a087f5ccc0aa63286874ed9f5b429e9cb295624ed49f0d6b4f90c03fec6";
  private static final String RETURNED =
      "6027857f6ebe9250d7b56012f3055f2cbaa15da37fd7b46262b8299b677987da";
  private static final String RESTORED =
      "8bb862ba00b7ea7e5d2ff2ac4389062d3def987274b91afa66aa748a82a09085";
  private static final String TEXTS =
      "cf01516220e2c6f873a6fcabe4e54a3596f1e7111dd0451e3c181916fb8761fe";

  private final Chain chain = new Chain();

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /** A receipt in Cyrillic, with lines, one of them below zero. */
  private static Event receipt() {
    var lines =
        List.of(
            new Line("чай", "sku-1", "2", 35_000),
            new Line("хлеб", "", "0.5", 75_000),
            new Line("скидка", "", "", -5_000));
    var facts =
        Facts.NONE
            .withAmount(105_000)
            .withDiscount(5_000)
            .withPoints(120)
            .withWhere(new Where("магазин", "Тверская, 7", "", "Анна «А.»", "ВЕСНА"))
            .withLines(lines)
            .withAttributes("цвет=красный\nразмер=M");
    return new Event(
        42,
        1,
        EventKind.PURCHASE,
        new Key("purchases", "Р-17"),
        1_777_982_400_000L,
        1_777_982_400_123L,
        3,
        "касса-1",
        facts,
        1825349791839995562L,
        Chain.ROOT);
  }

  /** A correction downwards, with dates and without an actor. */
  private static Event correction() {
    var facts =
        Facts.NONE
            .withPoints(-7)
            .withSubject("goodwill")
            .withTerms(new Terms(DAY, DAY, Days.NEVER));
    return new Event(
        42,
        2,
        EventKind.ADJUSTMENT,
        new Key("adjustments", "K-2"),
        1_777_982_400_001L,
        1_777_982_400_999L,
        3,
        "",
        facts,
        -2808291301415152996L,
        Chain.ROOT);
  }

  @Test
  void eventsHaveTheHashesThatTheyHadFromTheBeginning() {
    assertEquals(FIRST_EVENT, hex(chain.hash(Chain.ROOT, receipt())));
    assertEquals(SECOND_EVENT, hex(chain.hash(bytes(FIRST_EVENT), correction())));
  }

  @Test
  void contentsHaveTheFingerprintsThatTheyHadFromTheBeginning() {
    for (var event : List.of(receipt(), correction())) {
      var found =
          chain.fingerprint(event.kind(), event.key(), event.occurredAt(), event.facts());
      assertEquals(event.fingerprint(), found);
    }
  }

  @Test
  void entriesHaveTheHashesThatTheyHadFromTheBeginning() {
    assertEquals(EARNED, hex(chain.hash(Chain.ROOT, earned(), bytes(FIRST_EVENT))));
    assertEquals(RETURNED, hex(chain.hash(bytes(EARNED), returned(), bytes(SECOND_EVENT))));
    assertEquals(RESTORED, hex(chain.hash(bytes(RETURNED), restored(), Chain.ROOT)));
  }

  @Test
  void textsHaveTheHashThatTheyHadFromTheBeginning() {
    var texts = List.of("1", "", "программа: Клуб «Энергия»");
    assertEquals(TEXTS, hex(chain.hash(bytes(RESTORED), texts)));
  }

  private static final Terms LOT_TERMS =
      new Terms(DAY, LocalDate.of(2026, 5, 19), LocalDate.of(2027, 5, 31));
  private static final Lot LOT = new Lot(1, "base", LOT_TERMS, 52, 0, 0);

  /** Divided between the lines of the receipt. */
  private static Entry earned() {
    return new Entry(
        42, 1, 1, EntryKind.EARN, 52, 52, 52, "base", 3, 0, LOT_TERMS, List.of(),
        List.of(17L, 35L, 0L), 1_777_982_400_000L, 1_777_982_400_123L, "касса-1", Chain.ROOT);
  }

  /** Takes more than the lot gives: the balance falls below zero. */
  private static Entry returned() {
    return new Entry(
        42, 2, 2, EntryKind.RETURN, -60, -8, 0, "возврат", 3, 1, Terms.NONE,
        List.of(new Draw(LOT, 52)), List.of(), 1_777_982_400_001L, 1_777_982_400_999L, "",
        Chain.ROOT);
  }

  /** Puts points back, and belongs to no event. */
  private static Entry restored() {
    return new Entry(
        42, 3, 0, EntryKind.RESTORE, 20, 12, 0, "points", 3, 2, Terms.NONE,
        List.of(new Draw(LOT, -12)), List.of(), 1_778_000_000_000L, 1_778_000_000_001L, "close",
        Chain.ROOT);
  }

  @Test
  void whereOneTextEndsAndTheNextBeginsIsPartOfTheHash() {
    var one = receipt().facts().withSubject("ab").withReference("c");
    var other = receipt().facts().withSubject("a").withReference("bc");
    var key = new Key("s", "1");
    assertEquals(
        false,
        chain.fingerprint(EventKind.PURCHASE, key, 0, one)
            == chain.fingerprint(EventKind.PURCHASE, key, 0, other));
  }
}
