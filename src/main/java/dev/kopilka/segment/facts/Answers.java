package dev.kopilka.segment.facts;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.program.segment.Condition;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one member answered to surveys: scores, in hundredths, and words where somebody asks. */
public final class Answers {
  private static final String SCORE = "score=";

  private final Map<String, Answer<Long>> scores = new LinkedHashMap<>();
  private final Map<String, Answer<String>> words = new LinkedHashMap<>();

  private record Answer<T>(String survey, long at, T said) {}

  /**
   * Enters the score of an answer; one without a score says nothing here.
   *
   * @param name as a reversal would refer to it
   * @param attributes facts of the event, {@code name=value} lines
   */
  public void add(String name, String survey, long at, String attributes) {
    for (var line : attributes.split("\n")) {
      if (!line.startsWith(SCORE)) continue;
      Decimals.parse(line.substring(SCORE.length()))
          .flatMap(score -> Decimals.units(score, Condition.SCORE_SCALE))
          .ifPresent(score -> scores.put(name, new Answer<>(survey, at, score)));
    }
  }

  /**
   * Enters what was said to the questions.
   *
   * @param note of the event, {@code question=text} lines
   */
  void addWords(String name, String survey, long at, String note) {
    if (!note.isEmpty()) words.put(name, new Answer<>(survey, at, note));
  }

  public void add(Answers others) {
    scores.putAll(others.scores);
    words.putAll(others.words);
  }

  /** What was taken back was not said. */
  public void reversed(String name) {
    scores.remove(name);
    words.remove(name);
  }

  /** The last score that the member gave in each survey. */
  public Map<String, Long> last() {
    if (scores.isEmpty()) return Map.of();
    var last = new HashMap<String, Long>();
    for (var score : inOrder(scores.values())) last.put(score.survey, score.said);
    return last;
  }

  /**
   * The last answer to each question, by survey and question: {@code visit.why}. A later answer to
   * another question leaves it as it was.
   */
  Map<String, String> lastWords() {
    if (words.isEmpty()) return Map.of();
    var last = new HashMap<String, String>();
    for (var answer : inOrder(words.values())) {
      for (var line : answer.said.split("\n")) {
        var equals = line.indexOf('=');
        if (equals < 1) continue;
        last.put(answer.survey + "." + line.substring(0, equals), plain(line.substring(equals + 1)));
      }
    }
    return last;
  }

  /** In the order of time; of one moment, as they were entered. */
  private static <T> List<Answer<T>> inOrder(Collection<Answer<T>> answers) {
    var all = new ArrayList<>(answers);
    all.sort(Comparator.comparingLong(Answer::at));
    return all;
  }

  /** As the programme file has its words: what was typed by hand may have other characters for й. */
  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}
