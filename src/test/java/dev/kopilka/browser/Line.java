package dev.kopilka.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopilka.screen.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report as somebody types it, and what it is a picture of. A figure is written as {@code bars
 * channel: members buyers}: how it is drawn, what its rows are called by, and its numbers; {@code
 * expiry/month} is the column of a table within the answer.
 */
record Line(String typed, Language language, List<Figure> figures) {
  /** The indicators along time. */
  static final String KPIS =
      "lines from: active purchases revenue average_receipt issued redeemed expired outstanding";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** All lines, each with its figures after a bar, several of them parted by semicolons. */
  private static final String ALL =
      """
      segment rfm --summary | bars segment: members
      segment rfm --matrix | matrix risk profit: members
      segment lifecycle --summary | bars stage: members
      segment lifecycle --by-month --from 2025-10-01 | lines month: new retained reactivated dormant lost
      segment lifecycle --from 2026-01-31 --to 2026-03-10 | flow from to: members
      segment compare rfm lifecycle | flow from to: members
      segment clv --summary --as-of 2025-12-31 --holdout-to 2026-02-28 | columns frequencies/repeats: members expected; bars holdout/to: expected actual
      segment clv --summary --as-of 2025-12-31 --holdout-to 2026-02-28 --by month | columns frequencies/repeats: members expected; lines holdout/to: expected actual expected_so_far actual_so_far
      segment clv --summary | columns frequencies/repeats: members expected
      segment clv --as-of 2025-12-31 --holdout-to 2026-02-28 --by month | lines to: expected actual expected_so_far actual_so_far
      segment run | bars segment: members
      segment list | bars name: members
      segment list --overlaps | grid segment: share_regulars share_sleeping share_counter
      segment portrait regulars | bars trait group: effect
      report cohorts | grid cohort: m0 m1 m2 m3 m4 m5 m6
      report cohorts --by first_purchase --measure active | grid cohort: m0 m1 m2 m3 m4 m5 m6
      report cohorts --table long | heat cohort months_since: retention
      report kpi --from 2025-09-01 |
      report kpi --from 2025-09-01 --by month | lines from: active purchases revenue average_receipt issued redeemed expired outstanding
      report kpi --from 2025-09-01 --by month --plan | bars goal from: deviation_rate
      report goals | bars goal: attained
      report goals --points | bars goal on: deviation_rate
      report goals --points --goal guests | lines on: plan fact
      report surveys | ranges survey: score low high
      report surveys --by month | ranges survey month: score low high
      report surveys --by channel --measure csat --scale 10 | ranges survey channel: score low high
      report surveys --by segment --survey nps | ranges segment: score low high
      report surveys --trend | effects survey: trend trend_low trend_high
      report surveys --by channel --survey nps --trend | effects channel: trend trend_low trend_high
      report channels | bars channel: members reachable buyers
      report partners | bars partner: issued redeemed
      report staff | bars staff: enrolled still_active
      report staff --suspicious | bars staff member: accruals
      report expiry | columns month: points
      report liability | columns expiry/month: points; columns age/from_months: points; lines roll_forward/month: issued redeemed expired closing
      report liability --table age | columns from_months: points
      report liability --table roll_forward | lines month: issued redeemed expired closing
      report liability --method chain_ladder | bars origins/origin: redeemed ultimate
      report liability --method survival | lines curve/age_days: unredeemed
      report liability --method ifrs15 --expected 85% | lines periods/period: deferred released closing
      pilot show | bars pilot: members
      pilot show letter | bars arm: members expected
      pilot result letter --to 2026-02-28 | effects arm: difference difference_low difference_high
      pilot result letter --to 2026-02-28 --measure spend | effects arm: difference difference_low difference_high
      pilot result letter --to 2026-02-28 --measure spend --before P28D | effects arm: cuped_difference cuped_low cuped_high
      """;

  /** @param table the table of a card, or empty where rows are the answer */
  record Figure(String kind, String table, List<String> axes, List<String> values) {
    private static Figure of(String text) {
      var words = text.strip().split("[ :]+");
      var slash = words[1].indexOf('/');
      var axes = text.substring(0, text.indexOf(':')).strip().split(" ").length - 1;
      var names = new ArrayList<>(List.of(words).subList(1, words.length));
      names.set(0, words[1].substring(slash + 1));
      var table = words[1].substring(0, Math.max(0, slash));
      return new Figure(words[0], table, names.subList(0, axes), names.subList(axes, names.size()));
    }

    /** The rows that it is a picture of, from the whole answer. */
    List<JsonNode> rows(JsonNode answer) {
      var rows = new ArrayList<JsonNode>();
      (table.isEmpty() ? answer : answer.path(table)).forEach(rows::add);
      return rows;
    }

    /** The numbers of a row that are known, in the order of the values. */
    List<Double> numbers(JsonNode row) {
      return values.stream().map(row::path).filter(JsonNode::isNumber).map(JsonNode::asDouble).toList();
    }
  }

  static Stream<Line> all() {
    var lines = new ArrayList<Line>();
    // Every second one in the other language.
    ALL.lines().forEach(text -> lines.add(of(text, Language.values()[lines.size() % 2])));
    return lines.stream();
  }

  static Line of(String text, Language language) {
    var parts = text.split("\\|", -1);
    var figures =
        Stream.of(parts[1].split(";")).filter(one -> !one.isBlank()).map(Figure::of).toList();
    return new Line(parts[0].strip(), language, figures);
  }

  /** What the line answers a program with. */
  JsonNode answer() throws IOException {
    return JSON.readTree(Reports.cafe().type(typed + " -q -o json").out());
  }

  @Override
  public String toString() {
    return typed + " --lang " + language.code();
  }
}
