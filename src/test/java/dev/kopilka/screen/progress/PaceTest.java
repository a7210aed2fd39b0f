package dev.kopilka.screen.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.screen.Card;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Lines and objects as time passes. */
class PaceTest {
  private final AtomicLong nanos = new AtomicLong(5);

  private void after(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  @Test
  void aLineIsSaidEveryTenSeconds() {
    var said = new ArrayList<String>();
    var lines = new Lines(said::add, Words.in(Language.EN), "Importing r.csv", Pace.from(nanos::get, 1_000));
    for (var i = 1; i <= 25; i++) {
      after(1);
      lines.at(i * 20, i * 1_000);
    }
    lines.close();
    assertEquals(
        List.of(
            "Importing r.csv: 10000 rows, 1000 a second, 20 %, about 40 s left.",
            "Importing r.csv: 20000 rows, 1000 a second, 40 %, about 30 s left."),
        said);
  }

  @Test
  void whatIsLeftOfAPipeNobodyKnows() {
    var said = new ArrayList<String>();
    var lines = new Lines(said::add, Words.in(Language.RU), "x", Pace.from(nanos::get, 0));
    after(12);
    lines.at(7, 24);
    assertEquals(List.of("x: 24 строки, 2 в секунду."), said);
  }

  @Test
  void anObjectIsWrittenOnceASecondAtMost() {
    var told = new ArrayList<Card>();
    var json = new JsonLines(told::add, new JsonLines.Task("import", "f"), Pace.from(nanos::get, 100));
    for (var i = 1; i <= 10; i++) {
      after(0.25);
      json.at(i, i);
    }
    json.close();
    assertEquals(4, told.size());
  }

  @Test
  void hugeFilesDoNotRunOver() {
    var pace = Pace.from(nanos::get, 1L << 40);
    after(3_600);
    assertEquals(3_600, pace.secondsLeft(1L << 39));
    assertEquals(50, pace.percent(1L << 39));
  }
}
