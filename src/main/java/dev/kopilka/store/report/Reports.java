package dev.kopilka.store.report;

import dev.kopilka.store.SqlTrouble;
import dev.kopilka.store.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Asks questions of the ledger, each an SQL resource beside this class. */
public final class Reports {
  private final Unit unit;

  /** Asks within the unit, so all answers are of one snapshot. */
  public Reports(Unit unit) {
    this.unit = unit;
  }

  /**
   * A question by the name of its resource, such as {@code open_lots}; its parameters are to follow.
   * What {@code import --revert} has undone is left out where the question says so.
   */
  public Asked ask(String question) {
    return new Asked(unit, Returned.joined(unit, Undone.leftOut(unit, sql(question))));
  }

  /** Whether questions leave anything out, so that caches of what was bought say too much. */
  public boolean leaveOut() {
    return Undone.isAny(unit);
  }

  /** Whether who asks may read the codes of members, by which lists name them. */
  public boolean isNaming() {
    return unit.mayRead("member");
  }

  /** Refuses to list members to who may not read their codes. */
  public void needNames() {
    if (!isNaming()) throw SqlTrouble.forbidden();
  }

  /** The statement alone: the question mark of a question would be taken for a parameter. */
  private static String sql(String question) {
    var name = question + ".sql";
    try (var stream = Reports.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalArgumentException("no resource " + name);
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var statement = new StringBuilder(text.length());
      for (var line : text.split("\n")) {
        if (!line.startsWith("--")) statement.append(line).append('\n');
      }
      return statement.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
