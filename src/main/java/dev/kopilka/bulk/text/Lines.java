package dev.kopilka.bulk.text;

import dev.kopilka.bulk.source.CharFeed;
import dev.kopilka.bulk.source.Limits;
import dev.kopilka.model.value.Problem;
import java.util.Arrays;
import java.util.Optional;

/** Physical lines of a file, one at a time in a bounded buffer, blank ones left out. */
final class Lines {
  private final CharFeed feed;
  private final String encoding;
  private char[] text = new char[4096];
  private int length;
  private long number;
  private boolean open;
  private Optional<Problem> damage = Optional.empty();
  private int damageAt;

  Lines(CharFeed feed, String encoding) {
    this.feed = feed;
    this.encoding = encoding;
  }

  /** Goes to the next line that is not blank; false at the end. */
  boolean advance() {
    while (readLine()) {
      if (!isBlank() || damage.isPresent()) return true;
    }
    return false;
  }

  private boolean readLine() {
    length = 0;
    damage = Optional.empty();
    if (feed.at == feed.end && !feed.fill()) return false;
    open = true;
    number++;
    do {
      var from = feed.at;
      while (feed.at < feed.end && feed.chars[feed.at] != '\n') feed.at++;
      if (feed.isDamaged()) damaged("BYTES_MALFORMED");
      take(from, feed.at - from);
      if (feed.at < feed.end) {
        feed.at++;
        open = false;
        return true;
      }
    } while (feed.fill());
    return true;
  }

  private void take(int from, int count) {
    if (length + count > Limits.RECORD) {
      damaged("RECORD_TOO_LONG");
      return;
    }
    if (length + count > text.length) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + count));
    }
    System.arraycopy(feed.chars, from, text, length, count);
    length += count;
  }

  private void damaged(String code) {
    if (damage.isPresent()) return;
    damageAt = length;
    var problem = Problem.of(code);
    damage =
        Optional.of(
            code.equals("BYTES_MALFORMED")
                ? problem.with("encoding", encoding)
                : problem.with("limit", (long) Limits.RECORD));
  }

  private boolean isBlank() {
    for (var i = 0; i < length; i++) {
      if (text[i] > ' ') return false;
    }
    return true;
  }

  char[] text() {
    return text;
  }

  int length() {
    return length;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /** Whether the line in hand ended with the file. */
  boolean isOpen() {
    return open;
  }

  Optional<Problem> damage() {
    return damage;
  }

  /** The column, from 1, at which an offset in the line stands. */
  long column(int offset) {
    return Character.codePointCount(text, 0, Math.min(offset, length)) + 1L;
  }

  long damageColumn() {
    return column(damageAt);
  }
}
