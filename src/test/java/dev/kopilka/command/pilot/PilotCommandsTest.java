package dev.kopilka.command.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pilot from its first member to its decision, on a ledger of forty members. */
class PilotCommandsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final int MEMBERS = 40;

  @TempDir static Path folder;
  private static Shop shop;
  private static List<String> treated;
  private static List<String> controls;

  @BeforeAll
  static void deal() {
    shop = new Shop(folder, Shop.PROGRAMME + "segments:\n  - { code: app, name: App, when: { channel: [app] } }\n");
    for (var i = 1; i <= MEMBERS; i++) {
      shop.enrol("M-" + (100 + i), LocalDate.of(2026, 9, 5), "channel", i % 4 == 0 ? "app" : "store");
    }
    done("member block M-140 --reason test");
    done("pilot assign letter --salt s --from 2026-11-01");
    treated = codes("letter", "treatment");
    controls = codes("letter", "control");
    buy();
  }

  /** All treated but one buy for 30, one control for 10, of which 4 come back; before it, all for 20. */
  private static void buy() {
    for (var i = 1; i <= MEMBERS; i++) {
      if (i < MEMBERS) shop.buy("M-" + (100 + i), "B" + i, LocalDate.of(2026, 10, 20), 2000);
    }
    for (var code : treated.subList(1, treated.size())) {
      shop.buy(code, "T" + code, LocalDate.of(2026, 11, 5), 3000);
    }
    shop.buy(controls.getFirst(), "C", LocalDate.of(2026, 11, 5), 1000);
    assertEquals(List.of(), shop.post(DAY));
    done("accrue return C --amount 4.00 --id RC --at 2026-11-06T12:00");
    // Whoever leaves stays where they were dealt.
    done("member leave " + treated.getFirst() + " --reason own-wish");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Typed typed(String line) {
    return shop.at(DAY).type(line);
  }

  private static Typed done(String line) {
    var typed = typed(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }

  private static List<String> codes(String pilot, String arm) {
    var codes = new ArrayList<String>();
    for (var line : done("pilot show " + pilot + " --members -o csv").out().split("\n")) {
      var cells = line.split(",");
      if (cells[2].equals(arm)) codes.add(cells[0]);
    }
    return codes;
  }

  @Test
  void everyActiveMemberIsInOneArm() {
    assertEquals(MEMBERS - 1, treated.size() + controls.size());
    assertTrue(!treated.contains("M-140") && !controls.contains("M-140"));
    assertTrue(Math.abs(treated.size() - controls.size()) < 20);
  }

  @Test
  void assigningAgainDoesNothing() {
    for (var more : List.of("", " --from 2026-11-01", " --salt s", " --dry-run")) {
      var again = done("pilot assign letter -o csv" + more);
      assertTrue(again.err().contains("assigned on these terms before"), again.err());
      assertEquals(done("pilot show letter -o csv").out(), again.out());
    }
    assertEquals(treated, codes("letter", "treatment"));
  }

  @ParameterizedTest
  @CsvSource({
    "--arms a=1;b=1, arms",
    "--share 50%, share",
    "--segment app, source",
    "--strata tier, strata",
    "--from 2026-11-02, from",
    "--salt other, salt",
  })
  void otherTermsAreRefused(String options, String field) {
    var other = typed("pilot assign letter -o json " + options.replace(';', ','));
    assertEquals(Exit.REFUSED, other.exit());
    assertTrue(other.err().contains("PILOT_ASSIGNED"), other.err());
    assertTrue(other.err().contains("\"field\":\"" + field + "\""), other.err());
  }

  /** Of 500 a share of 80 percent is 400, give or take three deviations of 8.94. */
  @Test
  void aShareOfTheBaseIsAsLargeAsItSays(@TempDir Path large) throws IOException {
    try (var base = new Shop(large, Shop.PROGRAMME)) {
      var text = new StringBuilder("member,enrolled_at\n");
      for (var i = 0; i < 500; i++) text.append("L-").append(i).append(",2026-09-05\n");
      var file = Files.writeString(large.resolve("members.csv"), text);
      var enrolled = base.at(DAY).type("enroll import " + file);
      assertEquals(Exit.DONE, enrolled.exit(), enrolled.err());
      var assigned = base.at(DAY).type("pilot assign most --salt s --share 80%");
      assertEquals(Exit.DONE, assigned.exit(), assigned.err());
      var shown = base.at(DAY).type("pilot show most --members -o csv --columns member").out();
      var members = shown.lines().skip(1).distinct().count();
      assertEquals(400, members, 3 * Math.sqrt(500 * 0.8 * 0.2));
      assertEquals(shown.lines().count() - 1, members);
    }
  }

  /** Without a salt the ledger's own key deals, in a rehearsal as in the run. */
  @Test
  void theRehearsalSaysWhatTheRunDoes() {
    var line = "pilot assign rehearsed --share 80% --arms a=2,b=1 -o csv";
    var rehearsed = done(line + " --dry-run");
    assertTrue(!done("pilot show -o csv --columns pilot").out().contains("rehearsed"));
    assertEquals(rehearsed.out(), done(line).out());
  }

  @Test
  void ofTwoAtOnceOneDealsAndBothAreAnswered() throws Exception {
    Callable<Typed> task = () -> typed("pilot assign race --strata channel -o csv");
    try (var threads = Executors.newFixedThreadPool(2)) {
      var answers = new ArrayList<Typed>();
      for (var one : threads.invokeAll(List.of(task, task))) answers.add(one.get());
      for (var answer : answers) assertEquals(Exit.DONE, answer.exit(), answer.err());
      assertEquals(answers.getFirst().out(), answers.getLast().out());
      var before = answers.stream().filter(one -> one.err().contains("before")).count();
      assertEquals(1, before);
    }
    assertEquals(MEMBERS - 2, codes("race", "treatment").size() + codes("race", "control").size());
  }

  @Test
  void aSegmentIsAssignedAsItsLastRunFoundIt() {
    var early = typed("pilot assign apps --segment app -o json");
    assertEquals(Exit.REFUSED, early.exit());
    assertTrue(early.err().contains("PILOT_EMPTY"), early.err());
    done("segment run app");
    assertTrue(done("pilot assign apps --segment app").err().contains("1 member not active"));
    assertEquals(9, codes("apps", "treatment").size() + codes("apps", "control").size());
    var none = typed("pilot assign nobodys --segment ap -o json");
    assertTrue(none.err().contains("SEGMENT_NOT_FOUND"), none.err());
  }

  private static Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aListIsAssignedWhoseEveryCodeIsSomebodys() {
    var wrong = file("wrong.csv", "n,code\n1,M-101\n2,M-999\n3,M-102\n4,\n");
    var refused = typed("pilot assign listed " + wrong + " --member code");
    assertEquals(Exit.BAD_INPUT, refused.exit());
    assertTrue(refused.err().contains("wrong.csv:5:3"), refused.err());
    wrong = file("wrong.csv", "n,code\n1,M-101\n2,M-999\n3,M-102\n");
    refused = typed("pilot assign listed " + wrong + " --member code");
    assertEquals(Exit.BAD_INPUT, refused.exit());
    assertTrue(refused.err().contains("wrong.csv:3:3: error[LISTED_NOT_MEMBER]: \"M-999\""), refused.err());
    var list = file("list.csv", "n,code\n1,M-123\n2,M-122\n3,M-123\n4,M-140\n5,M-121\n");
    var typed = done("pilot assign listed " + list + " --member code");
    assertTrue(typed.err().contains("1 member not active"), typed.err());
    assertEquals(3, codes("listed", "treatment").size() + codes("listed", "control").size());
    // The same people in another order are the same list.
    done("pilot assign listed --member code " + file("again.csv", "code\nM-140\nM-121\nM-122\nM-123\n"));
    var other = typed("pilot assign listed --member code -o json " + file("other.csv", "code\nM-104\n"));
    assertTrue(other.err().contains("PILOT_ASSIGNED"), other.err());
  }

  @Test
  void whoeverBoughtInTheDaysCountsWhereTheyWereDealt() {
    assertEquals(
        """
        arm,members,events
        control,%d,1
        treatment,%d,%d
        """
            .formatted(controls.size(), treated.size(), treated.size() - 1),
        done("pilot result letter -o csv --columns arm,members,events").out());
    assertTrue(
        done("pilot result letter -o csv --columns arm,events --to 2026-11-04 --exact").out().contains("treatment,0"));
  }

  private static double[] row(String line, int row) {
    var cells = done(line).out().split("\n")[row].split(",", -1);
    var numbers = new double[cells.length - 1];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = cells[i + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[i + 1]);
    }
    return numbers;
  }

  /** A point costs 0.05; 30 bring three points, 10 one. Both arms are put on the treatment's size. */
  @Test
  void pointsArePaidBackByMargin() {
    var t = treated.size();
    var c = controls.size();
    var line =
        "pilot result letter --measure spend --margin 50% -o csv"
            + " --columns arm,mean,margin_uplift,points_cost,net,payback";
    assertEquals(6.0 / c, row(line, 1)[0], 1e-5);
    var found = row(line, 2);
    var margin = 15.0 * (t - 1) - 3.0 * t / c;
    // The return took back what 4 of 10 had given: half a point is none.
    var cost = 0.05 * (3.0 * (t - 1) - pointsOf(controls.getFirst()) * (double) t / c);
    assertEquals(30.0 * (t - 1) / t, found[0], 1e-5);
    assertEquals(margin, found[1], 1e-3);
    assertEquals(cost, found[2], 1e-5);
    assertEquals(margin - cost, found[3], 1e-3);
    assertEquals(margin / cost, found[4], 1e-2);
  }

  /** A margin is half of the spend here, and so is its interval; points cost what was booked. */
  @Test
  void paybackLiesWhereTheMarginDoes() {
    var columns = "arm,difference_low,difference_high,points_cost,margin_low,margin_high,payback_low,payback_high";
    var found = row("pilot result letter --measure spend --margin 50% -o csv --columns " + columns, 2);
    for (var end = 0; end < 2; end++) {
      assertEquals(0.5 * treated.size() * found[end], found[3 + end], 0.01);
      assertEquals(found[3 + end] / found[2], found[5 + end], 0.01);
    }
  }

  /** What the control's only buyer got in November, as the statement says. */
  private static long pointsOf(String member) {
    var points = 0L;
    for (var line : done("member statement " + member + " --from 2026-11-01 -o csv --columns points").out().split("\n")) {
      if (!line.equals("points") && !line.isEmpty()) points += Long.parseLong(line);
    }
    return points;
  }

  /** Everybody had bought the same before: there is nothing to be taken out. */
  @Test
  void whereAllWereAlikeBeforeCupedChangesNothing() {
    var line = "pilot result letter --measure spend --before P31D -o csv --columns arm,difference,cuped_difference,variance_gained";
    var found = row(line, 2);
    assertEquals(found[0], found[1], 1e-6);
    assertEquals(0, found[2], 1e-6);
  }

  @Test
  void drawsAreTheSameForTheSameSeed() {
    var line = "pilot result letter --measure spend --interval bootstrap -o csv --columns arm,difference_low,difference_high --seed ";
    assertEquals(done(line + 3).out(), done(line + 3).out());
    var others = 0;
    // Few draws of few values: two seeds may well agree.
    for (var seed = 4; seed < 12; seed++) {
      if (!done(line + seed + " --draws 100").out().equals(done(line + 3 + " --draws 100").out())) others++;
    }
    assertTrue(others > 0);
    assertTrue(done(line + 3).err().contains("2000 draws, seed 3."));
  }

  @Test
  void outcomesOfAFileAreThoseOfTheMembersOfThePilot() {
    var one = treated.getFirst();
    var outcomes = file("o.csv", "who,answer,earlier\n" + one + ",ДА,1\n" + controls.getFirst() + ",0,1\nX-1,yes,0\n");
    var typed = done("pilot result letter --file " + outcomes + " --member who --outcome answer -o csv --columns arm,members,events");
    assertEquals("arm,members,events\ncontrol,%d,0\ntreatment,%d,1\n".formatted(controls.size(), treated.size()), typed.out());
    assertTrue(typed.err().contains("1 row of the file about nobody"), typed.err());
    assertTrue(typed.err().contains((MEMBERS - 3) + " members of the pilot not in the file"), typed.err());
    var wrong = file("w.csv", "who,answer\n" + one + ",maybe\n" + one + ",1\n");
    var refused = typed("pilot result letter --file " + wrong + " --member who --outcome answer");
    assertEquals(Exit.BAD_INPUT, refused.exit());
    assertTrue(refused.err().contains("w.csv:2:7: error[OUTCOME_NOT_YES_OR_NO]: \"maybe\""), refused.err());
    assertTrue(refused.err().contains("w.csv:3:1: error[OUTCOME_TWICE]: \"" + one + "\" is in the file twice"), refused.err());
  }
}
