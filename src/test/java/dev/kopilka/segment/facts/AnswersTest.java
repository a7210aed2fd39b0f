package dev.kopilka.segment.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments by what members answered to single questions of surveys. */
class AnswersTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String MORE =
      """
      channels:
        - { code: email }
      messages:
        - { code: hello, channel: [email] }
      segments:
        - { code: price, when: { answer.visit.why: [price] } }
        - { code: either, when: { answer.visit.why: [price, service] } }
        - { code: not-price, when: { answer.visit.why: { not: [price] } } }
        - { code: friends, when: { answer.visit.who: [friends] } }
        - { code: left-for-price, when: { answer.exit.why: [price] } }
        - { code: tea, when: { answer.visit.why: [дешёвый чай] } }
        - { code: slow, when: { answer.app.v2.why so: [slow] } }
        - { code: cross, when: { answer.visit.why: [price], survey.visit: { max: 6 } } }
        - { code: no-score, when: { answer.visit.score: [9] } }
        - { code: low, when: { survey.visit: { max: 6 } } }
      """;

  /** Ann's are told in another order than they were given; bob's second one is to another question. */
  private static final String SURVEYS =
      """
      id,member,occurred_at,survey,score,answer.why,answer.who
      A2,ann,2026-11-05,visit,5,price,
      A1,ann,2026-11-04,visit,9,service,
      B1,bob,2026-11-04,visit,9,price,
      B2,bob,2026-11-05,visit,9,,friends
      C1,cat,2026-11-04,visit,3,service,
      C2,cat,2026-11-05,visit,2,price,
      D1,card,2026-11-04,visit,,service,
      E1,eve,2026-11-04,exit,,price,
      F1,fay,2026-11-04,visit,,Price,
      """;

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() throws IOException {
    shop = new Shop(folder, Shop.PROGRAMME + MORE);
    for (var code : List.of("card", "ann", "bob", "cat", "dan", "eve", "fay", "gus")) {
      shop.enrol(code, START, "email", code + "@example.org", "consents", "email");
    }
    var file = folder.resolve("surveys.csv");
    Files.writeString(file, SURVEYS);
    shop.done(DAY, "accrue import " + file);
    // An о of its own with two dots over it, as some keyboards send it.
    answer("visit", "why=деше\u0308вый чай");
    answer("app.v2", "why so=slow");
    shop.done(DAY, "redeem reverse surveys:C2 --id not-so");
    shop.done(DAY, "member merge card dan --reason two-cards");
    shop.done(DAY, "segment run");
  }

  private static void answer(String survey, String words) {
    var place = shop.at(DAY);
    var typed = place.run("accrue", "survey", "gus", survey, "--answer", words, "--at", "2026-11-04");
    assertEquals(Exit.DONE, typed.exit(), typed.err());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "price, ann bob",
    "either, ann bob cat dan",
    "not-price, cat dan eve fay gus",
    "friends, bob",
    "left-for-price, eve",
    "tea, gus",
    "slow, gus",
    "cross, ann",
    "no-score, ''",
    "low, ann cat"
  })
  void theLastAnswerToTheQuestionCounts(String segment, String members) {
    var typed = shop.done(DAY, "segment members " + segment + " -o tsv --columns member");
    assertEquals(members, String.join(" ", typed.out().lines().skip(1).toList()));
  }

  /** Segments that are asked about alone read answers by themselves, or scores. */
  @ParameterizedTest
  @ValueSource(strings = {"price", "cross", "low"})
  void aRunOfOneFindsTheSame(String segment) {
    var changed = shop.done(DAY, "segment run " + segment + " -o csv --columns joined,left");
    assertEquals("joined,left\n0,0\n", changed.out());
  }

  @Test
  void theListTellsTheConditions() {
    var list = shop.done(DAY, "segment list -o tsv --columns segment,conditions").out();
    assertEquals(
        List.of(
            "either\tanswer.visit.why=price|service",
            "not-price\tanswer.visit.why!=price",
            "slow\tanswer.app.v2.why so=slow",
            "cross\tsurvey.visit=..6,answer.visit.why=price"),
        list.lines().filter(line -> line.matches("(either|not-price|slow|cross)\t.*")).toList());
  }

  @Test
  void reasonsTellNoAnswer() {
    var cross = shop.done(DAY, "segment actions cross -q -o csv --columns member,reason").out();
    assertEquals("member,reason\nann,cross: survey.visit=5.00\n", cross);
    for (var format : List.of("csv", "json", "html")) {
      var all = shop.done(DAY, "segment actions either -q -o " + format).out();
      assertFalse(all.contains("price") || all.contains("service"), all);
    }
  }

  @Test
  void aPilotTakesThemFromThere() {
    shop.done(DAY, "pilot assign letter --segment either --salt s --from 2026-11-23");
    var arms = shop.done(DAY, "pilot show letter -o csv --columns members").out();
    assertEquals(4, arms.lines().skip(1).mapToLong(Long::parseLong).sum(), arms);
  }
}
