package dev.kopilka.command.program;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.Version;
import dev.kopilka.program.stored.Change;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code kopilka program history}: the versions in order, or what each of them changed. */
public final class HistoryCommand implements Command {
  private record Row(Version version, List<Change> changes, boolean isInForce) {}

  private record Line(int version, Change change) {}

  @Override
  public void declare(Syntax syntax) {
    syntax.flag("--changes");
    syntax
        .exits(Exit.STORAGE)
        .example("kopilka program history")
        .example("kopilka program history --changes -o csv");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var history = desk.database().read(Versions::load);
    history.latest().ifPresent(last -> desk.screen().showTimesIn(last.programme().zone()));
    var rows = rows(history, desk);
    return given.flag("--changes") ? changes(desk, rows) : versions(desk, rows);
  }

  private static List<Row> rows(ProgrammeHistory history, Desk desk) {
    var rows = new ArrayList<Row>();
    var before = "";
    for (var version : history.versions()) {
      var changes = before.isEmpty() ? List.<Change>of() : Change.between(before, version.source());
      var today = LocalDate.ofInstant(desk.now(), version.programme().zone());
      var inForce = history.inForceOn(today).map(Version::number).orElse(0);
      rows.add(new Row(version, changes, inForce == version.number()));
      before = version.source();
    }
    return rows;
  }

  private static Exit versions(Desk desk, List<Row> rows) {
    return desk.screen()
        .show(
            Sheet.of(rows)
                .column("version", row -> row.version().number())
                .column("effective_from", row -> row.version().effectiveFrom())
                .column("in_force", Row::isInForce)
                .column("order", row -> row.version().order())
                .column("author", row -> row.version().author())
                .column("recorded_at", row -> row.version().recordedAt())
                .column("changes", row -> row.changes().size())
                .column("hash", row -> row.version().hash()));
  }

  private static Exit changes(Desk desk, List<Row> rows) {
    var lines = new ArrayList<Line>();
    for (var row : rows) {
      for (var change : row.changes()) lines.add(new Line(row.version().number(), change));
    }
    return desk.screen()
        .show(
            Sheet.of(lines)
                .column("version", Line::version)
                .column("path", line -> line.change().path())
                .column("before", line -> line.change().before())
                .column("after", line -> line.change().after()));
  }
}
