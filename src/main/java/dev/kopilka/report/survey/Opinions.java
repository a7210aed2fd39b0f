package dev.kopilka.report.survey;

import dev.kopilka.report.Periods;
import dev.kopilka.report.survey.Opinion.Counts;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Holders;
import dev.kopilka.store.person.SegmentRows;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts the answers of all surveys in one walk over them. */
public final class Opinions {
  private static final int UNSCORED = 3;
  private static final String SCORE = "score=";

  private final Wish wish;
  private final Measure measure;

  /** By survey, group and period. */
  private final TreeMap<String, TreeMap<String, TreeMap<Integer, long[]>>> tallies =
      new TreeMap<>();

  /** What answers are put together by. */
  public enum Group {
    NONE,
    MONTH,
    CHANNEL,
    SEGMENT
  }

  private Opinions(Wish wish, Measure measure) {
    this.wish = wish;
    this.measure = measure;
  }

  /**
   * Which answers are wanted, and how they are put together.
   *
   * @param survey a code; empty for all of them
   * @param periods by month where that is the group, or a trend is wanted; only the answers within
   *     them count
   */
  public record Wish(String survey, Periods periods, Group group) {
    boolean wants(String code) {
      return survey.isEmpty() || survey.equals(code);
    }
  }

  /** The opinions by survey and group, in the order of their names. */
  public static List<Opinion> read(Unit unit, Wish wish, Measure measure) {
    var opinions = new Opinions(wish, measure);
    var question = wish.group == Group.SEGMENT ? "survey_answers_by_segment" : "survey_answers";
    ask(unit, question, wish, row -> opinions.take(row, opinions.group(row)));
    if (wish.group == Group.SEGMENT) opinions.takeMerged(unit);
    return opinions.list();
  }

  private static void ask(Unit unit, String question, Wish wish, Consumer<Row> reader) {
    new Reports(unit)
        .ask(question)
        .with("from", wish.periods.start())
        .with("until", wish.periods.end())
        // A colon in the statement itself would be taken for a parameter.
        .with("colon", ":")
        .each(
            row -> {
              if (wish.wants(row.text(1))) reader.accept(row);
            });
  }

  /** What was answered with a card that was merged since is said by whoever has the card. */
  private void takeMerged(Unit unit) {
    var holders = Holders.load(unit);
    if (holders.isEmpty()) return;
    var segments = new SegmentRows(unit);
    ask(
        unit,
        "survey_answers_merged",
        wish,
        row -> {
          for (var segment : segments.of(holders.of(row.number(2)))) take(row, segment);
        });
  }

  private int period(Row row) {
    return wish.periods.of(row.number(3));
  }

  private String group(Row row) {
    return switch (wish.group) {
      case NONE -> "";
      case MONTH -> YearMonth.from(wish.periods.get(period(row)).from()).toString();
      case CHANNEL, SEGMENT -> row.text(2);
    };
  }

  private void take(Row row, String group) {
    var tally =
        tallies
            .computeIfAbsent(row.text(1), _ -> new TreeMap<>())
            .computeIfAbsent(group, _ -> new TreeMap<>())
            .computeIfAbsent(period(row), _ -> new long[UNSCORED + 1]);
    var said = measure.read(score(row.text(4)));
    tally[said.isEmpty() ? UNSCORED : 1 - said.getAsInt()]++;
  }

  /** The score among the facts of an answer, which are {@code name=value} lines. */
  private static String score(String attributes) {
    for (var line : attributes.split("\n")) {
      if (line.startsWith(SCORE)) return line.substring(SCORE.length());
    }
    return "";
  }

  private List<Opinion> list() {
    var list = new ArrayList<Opinion>();
    tallies.forEach(
        (survey, groups) ->
            groups.forEach((group, periods) -> list.add(opinion(survey, group, periods))));
    return list;
  }

  private Opinion opinion(String survey, String group, TreeMap<Integer, long[]> periods) {
    var all = new long[UNSCORED + 1];
    var byPeriod = new TreeMap<Integer, Counts>();
    periods.forEach(
        (period, tally) -> {
          for (var i = 0; i < all.length; i++) all[i] += tally[i];
          byPeriod.put(period, counts(tally));
        });
    var trend = Trend.of(measure.kind(), byPeriod);
    return new Opinion(survey, group, measure.kind(), counts(all), all[UNSCORED], trend);
  }

  private static Counts counts(long[] tally) {
    return new Counts(tally[0], tally[1], tally[2]);
  }
}
