package dev.kopilka.command.imports;

import dev.kopilka.bulk.Import;
import dev.kopilka.bulk.LedgerBooking;
import dev.kopilka.bulk.MemberBooking;
import dev.kopilka.bulk.Plan;
import dev.kopilka.bulk.Summary;
import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.form.Context;
import dev.kopilka.bulk.form.Forms;
import dev.kopilka.bulk.form.MemberForm;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Kinds;
import dev.kopilka.bulk.kind.Template;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.progress.Progress;
import dev.kopilka.vault.Vault;
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

  /** The ledger's programme, as far as an import needs it. */
  private record Rules(Basics basics, ProgrammeHistory programmes) {}

  public Exit run(Desk desk, Given given) {
    if (given.has("--template")) {
      return desk.screen().print(Template.of(Kinds.named(given.text("--template"), kinds)));
    }
    var asked = Options.asked(given, kinds);
    var source = Source.of(Options.file(given), desk.in());
    var rules = desk.database().read(u -> new Rules(Basics.load(u), Versions.load(u)));
    try (var table = Table.open(source, asked)) {
      var talk = new ImportTalk(desk.screen(), table);
      talk.begin();
      var scale = rules.basics().pointScale();
      desk.screen().checked(ImportTalk.card(Summary.NONE, scale));
      var summary = run(desk, given, table, rules);
      talk.end(summary);
      if (desk.dryRun()) desk.screen().say("dry-run");
      desk.screen().show(ImportTalk.card(summary, scale));
      return summary.tally().rejected() > 0 ? Exit.PARTIAL : Exit.DONE;
    }
  }

  private Summary run(Desk desk, Given given, Table table, Rules rules) {
    var rejects = rejects(given, table);
    var file = Map.of("file", table.source().shownName());
    try (var bar = desk.screen().progress("import.progress", file, table.size());
        var _ = desk.ifInterrupted("import.interrupted", file)) {
      var plan = plan(desk, given, rejects, bar);
      return work(desk, given, table, rules).run(plan);
    } catch (Trouble.BadInput undone) {
      if (given.flag("--strict") && Files.exists(rejects)) {
        desk.screen().say("import.undone", Map.of("rejects", rejects.toString()));
      }
      throw undone;
    }
  }

  private static Path rejects(Given given, Table table) {
    return given.has("--rejects") ? given.path("--rejects") : table.usualRejects();
  }

  private static Plan plan(Desk desk, Given given, Path rejects, Progress bar) {
    return new Plan(
        desk.dryRun(),
        given.flag("--strict"),
        Options.maxRejects(given),
        rejects,
        desk.actor(),
        desk.clock(),
        desk.words()::message,
        bar::at);
  }

  /** An import whose sort of request is settled. */
  private interface Work {
    Summary run(Plan plan);
  }

  private static Work work(Desk desk, Given given, Table table, Rules rules) {
    var now = desk.now();
    var pen = new Pen(desk.actor(), now.toEpochMilli(), new Chain());
    var context =
        new Context(rules.basics(), Options.decimal(given), given.text("--source"), now);
    if (table.binding().kind() == Kind.MEMBERS) {
      var form = new MemberForm(table.binding(), context);
      var booking = new MemberBooking(Vault.open(), rules.programmes(), pen);
      return plan -> new Import<>(table, form, booking, plan).run(desk.database());
    }
    var form = Forms.events(table.binding(), context);
    var booking = new LedgerBooking(rules.programmes(), pen);
    return plan -> new Import<>(table, form, booking, plan).run(desk.database());
  }
}
