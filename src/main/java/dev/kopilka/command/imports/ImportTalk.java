package dev.kopilka.command.imports;

import dev.kopilka.bulk.Summary;
import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Screen;
import java.util.Map;

/** What an import says beside its answer: how it understood the file, and what the user should know. */
final class ImportTalk {
  private final Screen screen;
  private final Table table;

  ImportTalk(Screen screen, Table table) {
    this.screen = screen;
    this.table = table;
  }

  /** A guess that went wrong is seen before anything is written. */
  void begin() {
    var dialect = table.reader().dialect();
    var kind = table.binding().kind().word();
    var encoding = dialect.charset().name();
    if (table.shownName().equals(Source.QUERY)) screen.say("import.query", Map.of("kind", kind));
    else switch (dialect.format()) {
      case CSV ->
          screen.say(
              "import.csv",
              Map.of("kind", kind, "encoding", encoding, "delimiter", dialect.delimiterName()));
      case JSONL -> screen.say("import.jsonl", Map.of("kind", kind, "encoding", encoding));
      case XLSX -> screen.say("import.xlsx", Map.of("kind", kind, "sheet", dialect.sheet()));
    }
    if (!table.binding().leftOut().isEmpty()) {
      screen.say("import.left-out", Map.of("columns", table.binding().leftOut()));
    }
  }

  void gathers() {
    screen.say("import.scattered");
  }

  /** A run that goes on is no new one, and one that cannot go on is not silently begun again. */
  void begins(Baton baton) {
    var earlier = baton.earlier();
    var details = Map.of("run", earlier.run(), "file", table.shownName());
    switch (earlier.what()) {
      case NONE -> {}
      case CONTINUED ->
          screen.say(
              "import.continued",
              Map.of("run", earlier.run(), "row", baton.tally().read() + 1));
      case FILE_CHANGED -> screen.say("import.changed", details);
      case READ_OTHERWISE -> screen.say("import.otherwise", details);
    }
  }

  void end(Summary summary) {
    if (table.hasChanged()) screen.say("import.written-to", Map.of("file", table.shownName()));
    if (summary.rejects().isPartial()) {
      screen.say("import.rejects-lost", Map.of("row", summary.before() + 1));
    }
    if (summary.stopped()) {
      screen.say("import.stopped", Map.of("rejected", summary.tally().rejected()));
    }
    var numeric = table.binding().numericIds();
    if (!numeric.isEmpty()) screen.say("import.numeric-ids", Map.of("columns", numeric));
    if (table.reader().isLastLineOpen()) screen.say("import.last-line-open");
    if (!summary.rejects().file().isEmpty()) {
      screen.say(
          "import.rejected",
          Map.of(
              "rejected", summary.tally().rejected(),
              "read", summary.tally().read(),
              "rejects", summary.rejects().file()));
    }
  }

  /** The answer; scripts rely on its names. */
  static Card card(Summary summary, int pointScale) {
    var tally = summary.tally();
    var card =
        Card.of()
            .put("run", summary.run())
            .put("file", summary.file())
            .put("read", tally.read())
            .put("accepted", tally.accepted())
            .put("duplicates", tally.duplicates())
            .put("rejected", tally.rejected());
    if (pointScale == 0) card.put("points", tally.points());
    else card.decimal("points", tally.points(), pointScale);
    return card.decimal("seconds", summary.millis(), 3)
        .put("rows_per_second", summary.rowsPerSecond())
        .put("rejects_file", summary.rejects().file());
  }
}
