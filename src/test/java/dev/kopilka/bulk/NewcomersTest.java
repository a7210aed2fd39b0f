package dev.kopilka.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.field.DecimalMark;
import dev.kopilka.bulk.form.Context;
import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.form.MemberForm;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Mapping;
import dev.kopilka.bulk.order.Scale;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.World;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.store.Unit;
import dev.kopilka.vault.Vault;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members who are taken in with a helper that writes are those whom one thread takes in. */
class NewcomersTest {
  private static final Scale ROW_BY_ROW = new Scale(Long.MAX_VALUE, 1, 1, 0);

  /** Small enough for many slices a transaction and many transactions a file. */
  private static final Scale HELPED = new Scale(1, 5, 7, 60);

  private static final ProgrammeHistory RULES =
      Rules.history(
          Rules.HEADED.with(
              """
              earn:
                - { code: welcome, on: enrolment, give: { points: 50 }, expire: { after: P3M } }
                - { code: early, on: enrolment, give: { points: 9 }, budget: 300 }
              """));

  @TempDir Path folder;
  private int worlds;

  /**
   * Rows of which many are about what an earlier one said: the same member again, or another one
   * with the phone, the e-mail or the card of somebody who came before; some name who sent them.
   */
  private Path file(int seed, int rows) throws Exception {
    var random = new Random(seed);
    var lines = new ArrayList<>(List.of("member,name,phone,email,attr.card,referrer,enrolled_at"));
    for (var i = 1; i <= rows; i++) {
      var other = 1 + random.nextInt(Math.max(1, i - 1));
      switch (random.nextInt(12)) {
        case 0 -> lines.add(lines.get(Math.min(other, lines.size() - 1)));
        case 1 -> lines.add(row(i, other, i, i, ""));
        case 2 -> lines.add(row(i, i, other, i, ""));
        case 3 -> lines.add(row(i, i, i, other, ""));
        case 4 -> lines.add(row(i, i, i, i, "M" + other));
        case 5 -> lines.add(row(other, i, i, i, ""));
        default -> lines.add(row(i, i, i, i, ""));
      }
    }
    return Files.write(folder.resolve("members" + seed + ".csv"), lines);
  }

  private static String row(int code, int phone, int email, int card, String referrer) {
    return "M%d,Anna %s,+7912%07d,m%d@example.org,C%d,%s,2029-05-01"
        .formatted(code, "Ы".repeat(code % 5 + 1), phone, email, card, referrer);
  }

  private record Outcome(Tally tally, List<String> ledger, List<String> rejects) {}

  private World world() throws Exception {
    return new World(Files.createDirectory(folder.resolve("world" + worlds++)), RULES);
  }

  private static Tally run(World world, Path file, Path told, Run run) {
    var asked = new Table.Asked(Wish.NONE, Mapping.NONE, "", List.of(Kind.MEMBERS));
    var source = Source.of(file.toString(), InputStream.nullInputStream());
    try (var table = Table.open(source, asked)) {
      var plan = Runs.plan(told, table, run.isDry);
      var trade = trade(table, run.slices);
      return new Import<>(table, trade, plan, run.scale).run(world.database()).tally();
    }
  }

  /** How it is run, and after how many slices it breaks down. */
  private record Run(Scale scale, boolean isDry, int slices) {
    static Run of(Scale scale) {
      return new Run(scale, false, Integer.MAX_VALUE);
    }
  }

  private static Trade<Enrolment> trade(Table table, int slices) {
    var basics = Basics.of(RULES.latest().orElseThrow().programme());
    return new Trade<>() {
      @Override
      public Form<Enrolment> form(long at) {
        var now = Instant.ofEpochMilli(at);
        return new MemberForm(table.binding(), new Context(basics, DecimalMark.AUTO, "", now));
      }

      @Override
      public Booking<Enrolment> booking(long at) {
        var members = new MemberBooking(Vault.open(), RULES, new Pen("anna", at, new Chain()));
        return slices == Integer.MAX_VALUE ? members : new Breaking(members, slices);
      }
    };
  }

  private static final class Breaking implements Booking<Enrolment> {
    private final MemberBooking members;
    private int left;

    Breaking(MemberBooking members, int slices) {
      this.members = members;
      this.left = slices;
    }

    @Override
    public List<Answer> book(Unit unit, List<Enrolment> requests) {
      if (left-- == 0) throw new IllegalStateException("broken");
      return members.book(unit, requests);
    }

    @Override
    public boolean isHelped() {
      return members.isHelped();
    }

    @Override
    public void expect(long rows) {
      members.expect(rows);
    }

    @Override
    public void finish(Unit unit) {
      members.finish(unit);
    }
  }

  private static List<String> dump(World world) {
    var ledger = new ArrayList<>(Runs.dump(world));
    ledger.addAll(Runs.dump(world, List.of("member", "person", "attribute", "identity")));
    return ledger;
  }

  private Outcome outcome(Path file, Run run) throws Exception {
    try (var world = world()) {
      world.enrol("M3", LocalDate.of(2029, 1, 1).toString());
      var told = folder.resolve("told" + worlds);
      var tally = run(world, file, told, run);
      return new Outcome(tally, dump(world), Files.readAllLines(told));
    }
  }

  @Test
  void theLedgerIsTheSameToTheLastHash() throws Exception {
    for (var seed = 1; seed <= 4; seed++) {
      var file = file(seed, 400);
      var one = outcome(file, Run.of(ROW_BY_ROW));
      var other = outcome(file, Run.of(HELPED));
      assertEquals(one.tally, other.tally, "seed " + seed);
      assertEquals(one.ledger, other.ledger, "seed " + seed);
      assertEquals(one.rejects, other.rejects, "seed " + seed);
      assertTrue(one.tally.rejected() > 30 && one.tally.duplicates() > 3, one.tally::toString);
    }
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() throws Exception {
    var file = file(5, 300);
    var real = outcome(file, Run.of(HELPED));
    var dry = outcome(file, new Run(HELPED, true, Integer.MAX_VALUE));
    assertEquals(real.tally, dry.tally);
    assertEquals(real.rejects, dry.rejects);
    assertTrue(real.ledger.size() > dry.ledger.size() + 300, "a dry run writes nothing");
  }

  @Test
  void whatWasLeftAmidIsContinued() throws Exception {
    var file = file(6, 300);
    var whole = outcome(file, Run.of(HELPED));
    for (var slices : List.of(0, 5, 12, 30)) {
      var told = folder.resolve("broken" + slices);
      try (var world = world()) {
        world.enrol("M3", "2029-01-01");
        var broken = new Run(HELPED, false, slices);
        assertThrows(IllegalStateException.class, () -> run(world, file, told, broken));
        run(world, file, told, Run.of(HELPED));
        assertEquals(whole.ledger, dump(world), slices + " slices");
        assertEquals(whole.rejects, Files.readAllLines(told), slices + " slices");
      }
    }
  }

  @Test
  void theSameFileAgainIsAnsweredAsTheFirstTime() throws Exception {
    var file = file(7, 300);
    var outcomes = new ArrayList<Outcome>();
    for (var scale : List.of(ROW_BY_ROW, HELPED)) {
      try (var world = world()) {
        var told = folder.resolve("again" + outcomes.size());
        var first = run(world, file, told, Run.of(scale));
        var again = run(world, file, told, Run.of(scale));
        assertTrue(again.duplicates() >= first.accepted() + first.duplicates(), again::toString);
        outcomes.add(new Outcome(again, dump(world), Files.readAllLines(told)));
      }
    }
    assertEquals(outcomes.getFirst(), outcomes.getLast());
  }
}
