package dev.kopilka.screen.progress;

import dev.kopilka.screen.Card;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Progress for a program that looks on: an object at the start, one a second at most, and one at the
 * end, whose {@code done} is true. What nobody knows is null. The names are stable.
 */
public final class JsonLines implements Progress {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Consumer<Card> out;
  private final Task task;
  private final Pace pace;
  private long told;
  private long bytes;
  private long rows;

  /** What is done, by a word and a file's name that are not translated. */
  public record Task(String name, String file) {}

  public static JsonLines of(Consumer<Card> out, Task task, long bytes) {
    return new JsonLines(out, task, Pace.from(System::nanoTime, bytes));
  }

  JsonLines(Consumer<Card> out, Task task, Pace pace) {
    this.out = out;
    this.task = task;
    this.pace = pace;
    tell(false);
  }

  @Override
  public void at(long done, long rows) {
    this.bytes = done;
    this.rows = rows;
    var now = pace.times(EVERY);
    if (now == told) return;
    told = now;
    tell(false);
  }

  private void tell(boolean isDone) {
    var left = pace.secondsLeft(bytes);
    out.accept(
        Card.of()
            .put(
                "progress",
                Card.of()
                    .put("task", task.name())
                    .put("file", task.file())
                    .put("bytes", bytes)
                    .put("of_bytes", pace.total() > 0 ? pace.total() : "")
                    .put("rows", rows)
                    .put("rows_per_second", pace.perSecond(rows))
                    .put("seconds_left", left < 0 ? "" : left)
                    .put("done", isDone)));
  }

  @Override
  public void close() {
    tell(true);
  }
}
