package dev.kopilka.screen.progress;

import dev.kopilka.screen.Terminal;
import dev.kopilka.screen.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with the share done, the time left, the rows and their speed. */
public final class Bar implements Progress {
  private static final int REDRAWN_MS = 250;
  private static final long MEGABYTE = 1 << 20;

  private final OutputStream stream;
  private final Words words;
  private final ProgressBar bar;

  /**
   * @param task what is being done, in the reader's language
   * @param bytes how many there are to take; 0 when nobody knows
   */
  public Bar(OutputStream stream, Words words, String task, long bytes) {
    this.stream = stream;
    this.words = words;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(bytes == 0 ? -1 : bytes)
            .setUnit(" MB", MEGABYTE)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REDRAWN_MS)
            // The library's own consumers open a terminal to measure it; this one is told.
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, width()))
            .build();
  }

  private static int width() {
    return Terminal.columns() - 1;
  }

  @Override
  public void at(long done, long rows) {
    bar.stepTo(done);
    var seconds = Math.max(1, bar.getElapsedAfterStart().toSeconds());
    bar.setExtraMessage(
        " " + words.label("progress.rows", Map.of("rows", rows, "speed", rows / seconds)));
  }

  @Override
  public void close() {
    bar.close();
    // The line is wiped: what the command did is in its answer.
    write("\r\u001b[K");
  }

  private void draw(String line) {
    write("\r" + line + "\u001b[K");
  }

  private synchronized void write(String text) {
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException nobodyLooks) {
      return;
    }
  }
}
