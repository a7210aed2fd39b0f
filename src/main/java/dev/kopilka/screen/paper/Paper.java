package dev.kopilka.screen.paper;

import dev.kopilka.screen.Format;
import dev.kopilka.screen.format.Rows;
import dev.kopilka.screen.format.Target;
import dev.kopilka.screen.paper.book.Book;
import dev.kopilka.screen.paper.page.Page;
import java.util.Map;

/**
 * An answer that is a file of its own, from its first byte to its last: fields of one thing, then
 * tables, one after the other.
 */
public interface Paper {
  /** Named values of one thing, as {@code Cell.plain} gave them. */
  void fields(Map<String, Object> fields);

  /** A table; it must be ended before the next one begins. */
  Rows table(Part part);

  /** The last bytes. A paper that is not ended is no sound file, and nobody takes it for one. */
  void end();

  static Paper in(Format format, Target target, Heading heading) {
    return format == Format.HTML ? new Page(target, heading) : new Book(target, heading);
  }
}
