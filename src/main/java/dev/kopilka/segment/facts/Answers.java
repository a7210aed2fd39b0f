package dev.kopilka.segment.facts;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.program.segment.Condition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one member answered to surveys: scores alone, in hundredths. */
public final class Answers {
  private static final String SCORE = "score=";

  private final Map<String, Answer> byName = new LinkedHashMap<>();

  private record Answer(String survey, long at, long score) {}

  /**
   * Enters an answer; one without a score says nothing here.
   *
   * @param name as a reversal would refer to it
   * @param attributes facts of the event, {@code name=value} lines
   */
  public void add(String name, String survey, long at, String attributes) {
    for (var line : attributes.split("\n")) {
      if (!line.startsWith(SCORE)) continue;
      Decimals.parse(line.substring(SCORE.length()))
          .flatMap(score -> Decimals.units(score, Condition.SCORE_SCALE))
          .ifPresent(score -> byName.put(name, new Answer(survey, at, score)));
    }
  }

  public void add(Answers others) {
    byName.putAll(others.byName);
  }

  /** What was taken back was not said. */
  public void reversed(String name) {
    byName.remove(name);
  }

  /** The last score that the member gave in each survey. */
  public Map<String, Long> last() {
    if (byName.isEmpty()) return Map.of();
    var last = new HashMap<String, Answer>();
    for (var answer : byName.values()) {
      last.merge(answer.survey, answer, (one, other) -> other.at >= one.at ? other : one);
    }
    var scores = new HashMap<String, Long>();
    last.forEach((survey, answer) -> scores.put(survey, answer.score));
    return scores;
  }
}
