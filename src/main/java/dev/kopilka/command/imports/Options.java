package dev.kopilka.command.imports;

import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.control.Expected;
import dev.kopilka.bulk.field.DecimalMark;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Mapping;
import dev.kopilka.bulk.run.Ceiling;
import dev.kopilka.bulk.source.QueryStream;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.foreign.ForeignQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The options that all imports have, and what they say about the file. */
final class Options {
  private Options() {}

  static void declare(Syntax syntax, List<Kind> kinds) {
    syntax.argument("FILE").optional();
    syntax.option("--from", "PATH|JDBC-URL");
    syntax.option("--from-password-file", "FILE");
    syntax.option("--query", "SQL");
    var words = kinds.stream().map(Kind::word).toArray(String[]::new);
    if (kinds.size() > 1) syntax.option("--kind", "KIND").among(words);
    syntax.option("--map", "THEIRS=OURS").repeatable();
    syntax.option("--map-file", "FILE");
    syntax.option("--source", "NAME");
    syntax.option("--format", "FORMAT").among("auto", "csv", "tsv", "jsonl", "xlsx").defaultsTo("auto");
    syntax.option("--encoding", "NAME").defaultsTo("auto");
    syntax.option("--delimiter", "NAME").defaultsTo("auto");
    syntax.option("--sheet", "NAME");
    syntax.option("--decimal", "MARK").among("auto", "point", "comma").defaultsTo("auto");
    syntax.option("--expect-rows", "N");
    syntax.option("--expect-sum", "[COLUMN=]VALUE").repeatable();
    syntax.flag("--strict");
    syntax.option("--max-rejects", "N|P%");
    syntax.option("--rejects", "FILE");
    syntax.option("--template", "KIND").among(words);
    syntax.flag("--list");
    syntax.option("--revert", "RUN");
    syntax.writes();
    if (kinds.contains(Kind.BALANCES)) syntax.exits(Exit.CHECK_FAILED);
    syntax.exits(Exit.NOT_FOUND, Exit.PARTIAL);
  }

  static Table.Asked asked(Given given, List<Kind> kinds) {
    var wish = given.has("--from") ? new Wish("csv", "UTF-8", "comma") : wish(given);
    var specs = new ArrayList<String>();
    if (given.has("--map-file")) specs.addAll(Mapping.specs(given.file("--map-file")));
    specs.addAll(given.list("--map"));
    return new Table.Asked(wish, Mapping.of(specs), given.text("--kind"), kinds);
  }

  private static Wish wish(Given given) {
    return new Wish(
        given.text("--format"),
        given.text("--encoding"),
        given.text("--delimiter"),
        given.text("--sheet"),
        given.text("--decimal"));
  }

  static DecimalMark decimal(Given given) {
    // A database writes its numbers in one way only.
    if (given.has("--from")) return DecimalMark.POINT;
    return DecimalMark.named(given.text("--decimal"));
  }

  /** The file to read, or the rows of a query; without either there is nothing to do. */
  static Source source(Desk desk, Given given) {
    var file = given.text("FILE");
    if (!given.has("--from")) {
      if (file.isEmpty()) throw missing("FILE");
      if (given.has("--query")) throw missing("--from");
      return Source.of(file, desk.in());
    }
    if (!file.isEmpty()) {
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", "FILE").with("other", "--from"));
    }
    if (!given.has("--query")) throw missing("--query");
    var login = desk.loginElsewhere(given.text("--from-password-file"));
    var rows = ForeignQuery.of(given.text("--from"), given.text("--query"), login);
    return Source.query(new QueryStream(rows));
  }

  private static Trouble missing(String option) {
    return new Trouble.Usage(Problem.of("ARGUMENT_MISSING").with("option", option));
  }

  /** The control totals of the file. */
  static Expected expected(Given given) {
    var rows = OptionalLong.empty();
    if (given.has("--expect-rows")) rows = OptionalLong.of(given.wholeNumber("--expect-rows"));
    return Expected.of(rows, given.list("--expect-sum"));
  }

  /** How many rejected rows are too many: a number, or a share with a percent sign. */
  static Ceiling ceiling(Given given) {
    if (!given.has("--max-rejects")) return Ceiling.NONE;
    var text = given.text("--max-rejects");
    return Ceiling.of(text)
        .orElseThrow(
            () ->
                new Trouble.BadInput(
                    Problem.of("CEILING_MALFORMED")
                        .with("option", "--max-rejects")
                        .with("found", text)));
  }
}
