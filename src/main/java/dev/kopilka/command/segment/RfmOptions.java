package dev.kopilka.command.segment;

import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.segment.RfmTerms;
import dev.kopilka.program.segment.RfmTerms.Method;
import dev.kopilka.program.segment.RfmTerms.Ties;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The terms of RFM as typed: what is not typed is the programme's. */
final class RfmOptions {
  private static final String ALL = "all";
  private static final int EDGES = 4;

  private final Given given;
  private final RfmTerms own;

  RfmOptions(Given given, RfmTerms own) {
    this.given = given;
    this.own = own;
  }

  static void declare(Syntax syntax) {
    syntax.option("--by", "METHOD").among("quintiles", "edges");
    syntax.option("--ties", "RULE").among("with_smaller", "with_larger", "plus_one", "apart");
    syntax.option("--window", "PERIOD");
    syntax.option("--r-edges", "A,B,C,D");
    syntax.option("--f-edges", "A,B,C,D");
    syntax.option("--m-edges", "A,B,C,D");
  }

  /** Whether equal values are to be told apart, as it was typed. */
  static boolean isApart(Given given) {
    return given.text("--ties").equals("apart");
  }

  RfmTerms terms(int moneyScale) {
    var method = method();
    var ties =
        given.has("--ties")
            ? Ties.valueOf(given.text("--ties").toUpperCase(Locale.ROOT))
            : own.ties();
    if (method == Method.EDGES && ties == Ties.APART) {
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", "--by edges").with("other", "--ties apart"));
    }
    var isByEdges = method == Method.EDGES;
    return new RfmTerms(
        ties,
        method,
        isByEdges ? edges("--r-edges", 0, own.recencyEdges()) : List.of(),
        isByEdges ? edges("--f-edges", 0, own.frequencyEdges()) : List.of(),
        isByEdges ? edges("--m-edges", moneyScale, own.monetaryEdges()) : List.of(),
        window(),
        own.names(),
        own.matrix());
  }

  private Method method() {
    var edges = given.has("--r-edges") || given.has("--f-edges") || given.has("--m-edges");
    if (given.text("--by").equals("quintiles")) {
      if (!edges) return Method.QUINTILES;
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", "--by quintiles").with("other", "--r-edges"));
    }
    return edges || given.has("--by") ? Method.EDGES : own.method();
  }

  private List<Long> edges(String option, int scale, List<Long> programmes) {
    if (!given.has(option)) {
      if (programmes.size() == EDGES) return programmes;
      throw new Trouble.Usage(Problem.of("RFM_EDGES_MISSING").with("option", option));
    }
    var edges = new ArrayList<Long>();
    for (var text : given.text(option).split(",", -1)) {
      var edge = Decimals.parse(text.strip()).flatMap(number -> Decimals.units(number, scale));
      if (edge.isEmpty() || !edges.isEmpty() && edge.get() <= edges.getLast()) throw bad(option);
      edges.add(edge.get());
    }
    if (edges.size() != EDGES) throw bad(option);
    return edges;
  }

  private Trouble bad(String option) {
    return new Trouble.BadInput(
        Problem.of("RFM_EDGES_MALFORMED").with("option", option).with("found", given.text(option)));
  }

  private Optional<Period> window() {
    return given.has("--window") ? window(given) : own.window();
  }

  /** The window that was typed; empty for all that ever happened, which is meant when none was. */
  static Optional<Period> window(Given given) {
    if (!given.has("--window")) return Optional.empty();
    if (given.text("--window").equals(ALL)) return Optional.empty();
    return Optional.of(given.period("--window"));
  }
}
