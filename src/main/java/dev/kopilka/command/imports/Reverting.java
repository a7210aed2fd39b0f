package dev.kopilka.command.imports;

import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.undo.Undo;
import dev.kopilka.bulk.undo.Undone;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.till.Till;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Card;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Undoes a run: {@code --revert RUN}. */
record Reverting(Desk desk, Given given, List<Kind> kinds) {
  private record Ready(Undo undo, Basics basics) {}

  Exit run() {
    var number = given.wholeNumber("--revert");
    var ready =
        desk.database()
            .read(
                unit -> {
                  var words = kinds.stream().map(Kind::word).toList();
                  var plan =
                      new Undo.Plan(
                          desk.dryRun(),
                          words,
                          Till.pen(desk),
                          Versions.load(unit),
                          remains(number),
                          desk.words()::message);
                  return new Ready(Undo.of(unit, number, plan), Basics.load(unit));
                });
    var file = Map.of("file", ready.undo().run().named().file());
    Undone undone;
    try (var _ = desk.ifInterrupted("import.revert-interrupted", file)) {
      undone = ready.undo().done(desk.database());
    }
    if (!undone.remains().isEmpty()) {
      desk.screen().say("import.remains", Map.of("remains", undone.remains()));
    }
    if (desk.dryRun()) desk.screen().say("dry-run");
    desk.screen().show(card(ready, undone));
    return undone.isWhole() ? Exit.DONE : Exit.PARTIAL;
  }

  private Path remains(long number) {
    return given.has("--rejects")
        ? given.path("--rejects")
        : Path.of("run-" + number + ".remains.csv");
  }

  private static Card card(Ready ready, Undone undone) {
    var run = ready.undo().run();
    var scale = ready.basics().pointScale();
    var card =
        Card.of()
            .put("run", run.run())
            .put("kind", run.named().kind())
            .put("file", run.named().file())
            .put("events", undone.events())
            .put("reverted", undone.reverted())
            .put("duplicates", undone.duplicates())
            .put("refused", undone.refused());
    if (scale == 0) card.put("points", undone.points()).put("shortfall", undone.shortfall());
    else card.decimal("points", undone.points(), scale).decimal("shortfall", undone.shortfall(), scale);
    return card.put("remains_file", undone.remains());
  }
}
