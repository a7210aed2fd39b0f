package dev.kopilka.command.imports;

import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.command.Desk;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Sheet;
import dev.kopilka.store.imports.RunRows;
import dev.kopilka.store.imports.RunRows.Run;
import java.time.Instant;
import java.util.List;

/** The runs over files of the kinds that a command takes, the oldest first. */
record RunList(List<String> kinds) {
  static RunList of(List<Kind> kinds) {
    return new RunList(kinds.stream().map(Kind::word).toList());
  }

  private record Known(Basics basics, List<Run> runs) {}

  Exit show(Desk desk) {
    var known =
        desk.database().read(unit -> new Known(Basics.load(unit), new RunRows(unit).all()));
    var scale = known.basics().pointScale();
    var runs =
        known.runs().stream().filter(run -> kinds.contains(run.named().kind())).toList();
    desk.screen().showTimesIn(known.basics().zone());
    var sheet =
        Sheet.of(runs)
            .column("run", Run::run)
            .column("kind", run -> run.named().kind())
            .column("file", run -> run.named().file())
            .column("state", run -> run.counted().state())
            .column("started_at", run -> Instant.ofEpochMilli(run.startedAt()))
            .column("ended_at", run -> Instant.ofEpochMilli(run.counted().endedAt()))
            .column("actor", run -> run.named().actor())
            .column("read", run -> run.counted().read())
            .column("accepted", run -> run.counted().accepted())
            .column("duplicates", run -> run.counted().duplicates())
            .column("rejected", run -> run.counted().rejected());
    return desk.screen()
        .show(
            scale == 0
                ? sheet.column("points", run -> run.counted().points())
                : sheet.decimal("points", run -> run.counted().points(), scale));
  }
}
