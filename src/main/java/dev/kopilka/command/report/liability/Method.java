package dev.kopilka.command.report.liability;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.List;
import java.util.Locale;

/** A way to measure what is owed, with the tables and options that are its own. */
public enum Method {
  /** All that is open, at the full value of a point. */
  NONE(List.of("expiry", "age", "roll_forward"), List.of("--from")),
  /** By how redemptions of earlier periods developed. */
  CHAIN_LADDER(
      List.of("origins", "factors", "triangle"), List.of("--by", "--last-sigma", "--file")),
  /** By how long points live until they are redeemed. */
  SURVIVAL(List.of("curve"), List.of("--step")),
  /** Revenue deferred and released. */
  IFRS15(List.of("periods", "journal"), List.of("--by", "--expected", "--file"));

  private final List<String> tables;
  private final List<String> options;

  Method(List<String> tables, List<String> options) {
    this.tables = tables;
    this.options = options;
  }

  /** Declares what the methods take. */
  public static void declare(Syntax syntax) {
    syntax.option("--method", "METHOD").among("chain_ladder", "survival", "ifrs15");
    syntax.option("--by", "PERIOD").among("month", "quarter", "year");
    syntax.option("--last-sigma", "RULE").among("mack", "loglinear");
    syntax.option("--step", "DAYS");
    syntax.option("--expected", "SHARE|FILE");
    syntax.option("--file", "FILE");
  }

  /** The method that was typed; what belongs to another one is a slip that is told. */
  public static Method of(Given given) {
    var method =
        given.has("--method")
            ? valueOf(given.text("--method").toUpperCase(Locale.ROOT))
            : NONE;
    for (var other : values()) {
      for (var option : other.options) {
        if (given.has(option) && !method.options.contains(option)) throw other.needed(option);
      }
      var table = given.text("--table");
      if (other.tables.contains(table) && other != method) throw other.needed("--table " + table);
    }
    return method;
  }

  /** A file has its own dates and periods: what is typed about those of the ledger is a slip. */
  static void excludeWithFile(Given given, String... options) {
    for (var option : options) {
      if (!given.has(option)) continue;
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", "--file").with("other", option));
    }
  }

  private Trouble needed(String option) {
    if (this == NONE) {
      return new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", option).with("other", "--method"));
    }
    return new Trouble.Usage(
        Problem.of("METHOD_NEEDED").with("option", option).with("method", "--method " + word()));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Measures and shows; not for the plain report. */
  public Exit show(Desk desk, Given given) {
    return switch (this) {
      case NONE -> throw new IllegalStateException("the plain report is no method");
      case CHAIN_LADDER -> LadderAnswer.show(desk, given);
      case SURVIVAL -> SurvivalAnswer.show(desk, given);
      case IFRS15 -> RevenueAnswer.show(desk, given);
    };
  }
}
