package dev.kopilka.command.imports;

import dev.kopilka.bulk.Import;
import dev.kopilka.bulk.Plan;
import dev.kopilka.bulk.Summary;
import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.control.Control;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Kinds;
import dev.kopilka.bulk.kind.Template;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.bulk.run.Identity;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.progress.Progress;
import dev.kopilka.store.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the three commands that import have in common; they differ in the kinds they take. */
public final class Importing {
  private final List<Kind> kinds;

  public Importing(Kind... kinds) {
    this.kinds = List.of(kinds);
  }

  public Syntax declare(Syntax syntax) {
    Options.declare(syntax, kinds);
    return syntax;
  }

  public Exit run(Desk desk, Given given) {
    if (given.has("--template")) {
      return desk.screen().print(Template.of(Kinds.named(given.text("--template"), kinds)));
    }
    if (given.flag("--list")) return RunList.of(kinds).show(desk);
    if (given.has("--revert")) return new Reverting(desk, given, kinds).run();
    var asked = Options.asked(given, kinds);
    var source = Options.source(desk, given);
    var rules = desk.database().read(u -> new Rules(Basics.load(u), Versions.load(u)));
    try (var table = Table.open(source, asked)) {
      var talk = new ImportTalk(desk.screen(), table);
      talk.begin();
      var scale = rules.basics().pointScale();
      desk.screen().checked(ImportTalk.card(Summary.NONE, scale));
      var making = new Making(rules, table, given, desk.actor());
      Control.check(table, making.context(desk.now().toEpochMilli()), Options.expected(given));
      var opening = new Opening(table, making);
      var summary = run(new At(desk, given, table, talk, opening), rules);
      talk.end(summary);
      if (desk.dryRun()) desk.screen().say("dry-run");
      desk.screen().show(ImportTalk.card(summary, scale));
      opening.tell(desk.screen());
      return summary.tally().rejected() > 0 ? Exit.PARTIAL : Exit.DONE;
    }
  }

  /** Where an import takes place. */
  private record At(Desk desk, Given given, Table table, ImportTalk talk, Opening opening) {
    Path rejects() {
      return given.has("--rejects") ? given.path("--rejects") : table.usualRejects();
    }
  }

  private static Summary run(At at, Rules rules) {
    var screen = at.desk.screen();
    var file = Map.of("file", at.table.shownName());
    try (var bar = screen.progress("import.progress", file, at.table.size());
        var _ = at.desk.ifInterrupted("import.interrupted", file)) {
      var plan = plan(at, bar);
      return work(at, rules).run(plan);
    } catch (Trouble.BadInput undone) {
      if (at.given.flag("--strict") && Files.exists(at.rejects())) {
        screen.say("import.undone", Map.of("rejects", at.rejects().toString()));
      }
      throw undone;
    }
  }

  private static Plan plan(At at, Progress bar) {
    var desk = at.desk;
    var identity =
        new Identity(desk.actor(), at.given.sourceOr(""), Options.decimal(at.given));
    return new Plan(
        desk.dryRun(),
        at.given.flag("--strict"),
        Options.ceiling(at.given),
        at.rejects(),
        identity.of(at.table),
        desk.clock(),
        desk.words()::message,
        watcher(at, bar));
  }

  private static Plan.Watcher watcher(At at, Progress bar) {
    return new Plan.Watcher() {
      private long startedAt;

      @Override
      public void begins(Baton baton) {
        startedAt = baton.startedAt();
        at.talk.begins(baton);
      }

      @Override
      public void gathers() {
        at.talk.gathers();
      }

      @Override
      public void at(long bytes, long rows) {
        bar.at(bytes, rows);
      }

      @Override
      public void ended(Unit unit) {
        at.opening.compare(unit, startedAt);
      }
    };
  }

  /** An import whose sort of request is settled. */
  private interface Work {
    Summary run(Plan plan);
  }

  private static Work work(At at, Rules rules) {
    var making = new Making(rules, at.table, at.given, at.desk.actor());
    var database = at.desk.database();
    return at.table.binding().kind() == Kind.MEMBERS
        ? plan -> new Import<>(at.table, making.members(), plan).run(database)
        : plan -> new Import<>(at.table, making.events(), plan).run(database);
  }
}
