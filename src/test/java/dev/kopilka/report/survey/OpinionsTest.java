package dev.kopilka.report.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import dev.kopilka.store.person.SegmentRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is counted in which group. */
class OpinionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void ask() {
    shop = new Shop(folder, Shop.PROGRAMME);
    shop.enrol("1001", LocalDate.of(2026, 9, 5), "channel", "app");
    shop.enrol("1002", LocalDate.of(2026, 9, 5), "channel", "store");
    answer("1001", "A", LocalDate.of(2026, 9, 30), "nps", "10");
    answer("1002", "B", LocalDate.of(2026, 10, 1), "nps", "6");
    answer("1002", "C", LocalDate.of(2026, 10, 2), "nps", "");
    answer("1002", "D", LocalDate.of(2026, 10, 3), "visit", "5");
    // An answer that a file got wrong was never given.
    answer("1001", "E", LocalDate.of(2026, 10, 4), "nps", "0");
    var undone = Facts.NONE.withReference("surveys:E");
    shop.ask(EventKind.REVERSAL, "", "F", LocalDate.of(2026, 10, 5), undone);
    assertEquals(List.of(), shop.post(DAY));
    shop.write(
        unit -> {
          new SegmentRows(unit).put("loud", BitSet.valueOf(new long[] {0b110}));
          new SegmentRows(unit).put("new", BitSet.valueOf(new long[] {0b100}));
          return true;
        });
  }

  private static void answer(String member, String id, LocalDate day, String survey, String score) {
    shop.ask(EventKind.SURVEY, member, id, day, Facts.survey(survey, score));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String typed(String more) {
    return shop.at(DAY).type("report surveys -q -o csv --from 2026-09-01 " + more).out();
  }

  @Test
  void eachSurveyIsCountedByItself() {
    assertEquals(
        """
        survey,answers,unscored,positive,neutral,negative
        nps,2,1,1,0,1
        visit,1,0,0,0,1
        """,
        typed("--columns survey,answers,unscored,positive,neutral,negative"));
  }

  @Test
  void aMonthIsComparedWithTheOneBeforeOfItsSurvey() {
    assertEquals(
        """
        survey,month,score,change,sure
        nps,2026-09,100.00,,
        nps,2026-10,-100.00,-200.00,true
        visit,2026-10,-100.00,,
        """,
        typed("--by month --columns survey,month,score,change,sure"));
  }

  @Test
  void theChannelIsTheOneThroughWhichTheyJoined() {
    assertEquals(
        """
        channel,answers,score
        app,1,100.00
        store,1,-100.00
        """,
        typed("--survey nps --by channel --columns channel,answers,score"));
  }

  @Test
  void whoIsInTwoSegmentsIsCountedInBoth() {
    assertEquals(
        """
        segment,answers,score
        loud,2,0.00
        new,1,-100.00
        """,
        typed("--survey nps --by segment --columns segment,answers,score"));
  }

  @Test
  void onlyAnswersOfTheDaysCount() {
    assertEquals(
        """
        survey,answers
        nps,1
        """,
        typed("--to 2026-09-30 --columns survey,answers"));
  }

  @Test
  void aSurveyThatNobodyKnowsIsNotFound() {
    var typed = shop.at(DAY).type("report surveys --survey npss");
    assertEquals(Exit.NOT_FOUND, typed.exit());
    assertEquals("", typed.out());
    var told = "kopilka: The programme knows no such survey: npss.\n  Did you mean nps?\n";
    assertEquals(told, typed.err());
    // A survey without answers in these days has been asked all the same.
    assertEquals("survey\n", typed("--survey visit --to 2026-09-30 --columns survey"));
  }
}
