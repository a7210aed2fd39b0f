package dev.kopilka.bulk;


import dev.kopilka.bulk.field.DecimalMark;
import dev.kopilka.bulk.form.Context;
import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.form.Forms;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Mapping;
import dev.kopilka.bulk.order.Scale;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.bulk.run.Ceiling;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.home.Ledgers;
import dev.kopilka.ledger.World;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.store.imports.RunRows.Named;
import dev.kopilka.store.Unit;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs imports in a ledger of a test, and tells what they left there. */
final class Runs {
  private static final List<String> TABLES =
      List.of(
          "event", "entry", "draw", "event_key", "account", "lot", "hold", "standing", "budget",
          "stock");

  private Runs() {}

  static Plan plan(Path rejects, Table table, boolean dryRun) {
    return plan(rejects, table, dryRun, _ -> {});
  }

  /** A plan of which somebody looks at the baton when it is taken. */
  static Plan plan(Path rejects, Table table, boolean dryRun, Consumer<Baton> taken) {
    var now = LocalDate.of(2030, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Plan(
        dryRun,
        false,
        Ceiling.NONE,
        rejects,
        new Named(table.binding().kind().word(), table.shownName(), "x", "anna"),
        Clock.fixed(now, ZoneOffset.UTC),
        Problem::code,
        new Plan.Watcher() {
          @Override
          public void begins(Baton baton) {
            taken.accept(baton);
          }

          @Override
          public void at(long bytes, long rows) {}
        });
  }

  /** A booking that breaks down after so many slices. */
  static Trade<Request> trade(ProgrammeHistory rules, Table table, int slices) {
    var basics = Basics.of(rules.latest().orElseThrow().programme());
    return new Trade<>() {
      @Override
      public Form<Request> form(long at) {
        var now = Instant.ofEpochMilli(at);
        return Forms.events(table.binding(), new Context(basics, DecimalMark.AUTO, "", now));
      }

      @Override
      public Booking<Request> booking(long at) {
        var ledger = new LedgerBooking(rules, new Pen("anna", at, new Chain()));
        return slices == Integer.MAX_VALUE ? ledger : new Breaking(ledger, slices);
      }
    };
  }

  private static final class Breaking implements Booking<Request> {
    private final LedgerBooking ledger;
    private int left;

    Breaking(LedgerBooking ledger, int slices) {
      this.ledger = ledger;
      this.left = slices;
    }

    @Override
    public List<Answer> book(Unit unit, List<Request> requests) {
      if (left-- == 0) throw new IllegalStateException("broken");
      return ledger.book(unit, requests);
    }

    @Override
    public boolean isFreeOfOthers(LocalDate first, LocalDate last) {
      return ledger.isFreeOfOthers(first, last);
    }

    @Override
    public void expect(long rows) {
      ledger.expect(rows);
    }

    @Override
    public void finish(Unit unit) {
      ledger.finish(unit);
    }
  }

  /** An import that may break down: what of which file by which rules, and where rejects go. */
  record Part(ProgrammeHistory rules, Path file, Path told, Scale scale) {}

  static Table table(Path file) {
    var asked = new Table.Asked(Wish.NONE, Mapping.NONE, "", List.of(Kind.values()));
    return Table.open(Source.of(file.toString(), InputStream.nullInputStream()), asked);
  }

  static Summary part(World world, Part part, int slices) throws Exception {
    try (var table = table(part.file)) {
      var trade = trade(part.rules, table, slices);
      var plan = plan(part.told, table, false);
      return new Import<>(table, trade, plan, part.scale).run(world.database());
    }
  }

  static List<String> dump(World world) {
    return dump(world, TABLES);
  }

  static List<String> dump(World world, List<String> tables) {
    return world.database().read(unit -> {
      var rows = new ArrayList<String>();
      for (var table : tables) {
        try (var row = unit.query(Ledgers.rowsOf(unit, table))) {
          while (row.next()) rows.add(table + " " + row.text(1));
        }
      }
      return rows;
    });
  }
}
