package dev.kopilka.screen.progress;

import dev.kopilka.screen.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.function.Consumer;

/** A sentence every ten seconds: enough for a log, and a short command says nothing at all. */
public final class Lines implements Progress {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Consumer<String> out;
  private final Words words;
  private final String task;
  private final Pace pace;
  private long told;

  /**
   * @param out takes a line
   * @param task what is being done, in the reader's language
   * @param bytes how many there are to take; 0 when nobody knows
   */
  public static Lines of(Consumer<String> out, Words words, String task, long bytes) {
    return new Lines(out, words, task, Pace.from(System::nanoTime, bytes));
  }

  Lines(Consumer<String> out, Words words, String task, Pace pace) {
    this.out = out;
    this.words = words;
    this.task = task;
    this.pace = pace;
  }

  @Override
  public void at(long done, long rows) {
    var now = pace.times(EVERY);
    if (now == told) return;
    told = now;
    var details = new HashMap<String, Object>();
    details.put("task", task);
    details.put("rows", rows);
    details.put("speed", pace.perSecond(rows));
    if (pace.percent(done) >= 0) details.put("percent", pace.percent(done));
    if (pace.secondsLeft(done) >= 0) details.put("left", pace.secondsLeft(done));
    out.accept(words.label("progress.line", details));
  }

  @Override
  public void close() {
    // The answer of the command is its last word.
  }
}
