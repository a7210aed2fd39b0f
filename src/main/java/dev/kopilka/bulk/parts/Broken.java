package dev.kopilka.bulk.parts;

import dev.kopilka.model.value.Problem;
import java.io.IOException;

/** A part of a workbook cannot be read any further, and why; what was read before it is sound. */
public final class Broken extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private Broken(Problem problem) {
    super(problem.code());
    this.problem = problem;
  }

  /** The archive ends too soon, or its bytes are not those that were packed. */
  static Broken cut() {
    return new Broken(Problem.of("FILE_CUT"));
  }

  /** The part is no sound XML, or not what a workbook has there. */
  static Broken malformed(String part) {
    return new Broken(Problem.of("WORKBOOK_MALFORMED").with("part", part));
  }

  /** The part unpacks to so much more than it is that nobody can have meant it. */
  static Broken bomb(String part) {
    return new Broken(Problem.of("WORKBOOK_BOMB").with("part", part));
  }

  /** More texts than are held in memory. */
  public static Broken tooManyTexts(long megabytes) {
    return new Broken(Problem.of("WORKBOOK_TEXTS_TOO_MANY").with("limit", megabytes));
  }

  public Problem problem() {
    return problem;
  }
}
