package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is undone by further events, once. */
class RevertTest {
  private static final String PURCHASES =
      "id,member,occurred_at,amount,points_paid\nP1,1,2026-11-01,100,\nP2,2,2026-11-01,55.50,\n"
          + "P3,1,2026-11-02,200,4\n";

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
  }

  private Typed imports(String command, String kind, String text) throws IOException {
    var typed = shop.json(command, "import", shop.file(kind + ".csv", text));
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    return typed;
  }

  private Typed revert(String command, int run, String... more) {
    var words = new String[] {command, "import", "--revert", "" + run, "--rejects", remains().toString()};
    var all = new java.util.ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return shop.json(all.toArray(new String[0]));
  }

  private Path remains() {
    return folder.resolve("remains.csv");
  }

  /** Events, reverted, duplicates, refused, points, shortfall. */
  private static String counts(Typed typed) {
    return typed.out().replaceAll("(?s).*\"events\":(.*),\"remains_file\".*", "$1")
        .replaceAll("\"[a-z]+\":", "");
  }

  private List<String> balances() {
    return shop.ask(
        "select member || ' ' || (select coalesce(sum(remaining), 0) from lot where lot.member = account.member)"
            + " || ' ' || debt || ' ' || spend || ' ' || earned || ' ' || redeemed from account order by member");
  }

  private void isSound() {
    var verified = shop.run("audit", "verify");
    assertEquals(Exit.DONE, verified.exit(), verified.out() + verified.err());
  }

  @Test
  void purchasesComeBackWhole() throws IOException {
    var before = balances();
    imports("accrue", "purchases", PURCHASES);
    var dry = revert("accrue", 2, "--dry-run");
    assertEquals("done", shop.ask("select state from import_run where run = 2").getFirst());
    var real = revert("accrue", 2);
    assertEquals(real.out(), dry.out());
    assertEquals(Exit.DONE, real.exit(), real.err());
    assertEquals("3,3,0,0,-30,0", counts(real));
    assertEquals(before, balances());
    assertEquals("reverted", shop.ask("select state from import_run where run = 2").getFirst());
    isSound();
    var again = revert("accrue", 2);
    assertEquals(Exit.DONE, again.exit());
    assertEquals("3,0,3,0,0,0", counts(again));
    assertEquals(before, balances());
    assertFalse(Files.exists(remains()));
    assertTrue(shop.run("audit", "log").out().contains("import revert"));
  }

  @Test
  void balancesAdjustmentsActivitiesAndRedemptionsAreReversed() throws IOException {
    var start = balances();
    // One balance is not active yet: it goes out of its own lot all the same.
    imports(
        "accrue", "balances",
        "id,member,points,earned_at,active_from\nB1,1,40,2026-11-01,\nB2,2,50,2026-11-01,2027-01-01\n");
    var opened = balances();
    imports("accrue", "adjustments", "id,member,points,reason,note\nA1,1,9,x,y\nA2,1,-30,x,y\n");
    var adjusted = balances();
    imports("accrue", "activities", "id,member,occurred_at,activity\nV1,1,2026-11-03,visit\n");
    var visited = balances();
    imports("redeem", "redemptions", "id,member,occurred_at,points,reward\nS1,1,2026-11-04,6,\nS2,1,2026-11-04,,cup\n");
    assertEquals("2,2,0,0,11,0", counts(revert("redeem", 5)));
    assertEquals(visited, balances());
    assertEquals(List.of("0"), shop.ask("select taken from stock"));
    assertEquals("1,1,0,0,-7,0", counts(revert("accrue", 4)));
    assertEquals(adjusted, balances());
    assertEquals("2,2,0,0,21,0", counts(revert("accrue", 3)));
    assertEquals(opened, balances());
    assertEquals("2,2,0,0,-90,0", counts(revert("accrue", 2)));
    assertEquals(start, balances());
    isSound();
  }

  @Test
  void pointsSpentMeanwhileBecomeADebtWhereThePolicySaysSo() throws IOException {
    imports("accrue", "purchases", PURCHASES);
    shop.run("redeem", "points", "1", "20", "--id", "S");
    assertEquals("3,3,0,0,-30,0", counts(revert("accrue", 2)));
    assertEquals("1 0 20 0 0 20", balances().getFirst());
    isSound();
  }

  @Test
  void pointsSpentMeanwhileAreToldRowByRowWhereTheyAreLost() throws IOException {
    shop = Shop.in(folder.resolve("zero"), Shop.PROGRAMME.replace("to_debt", "to_zero"));
    imports("accrue", "balances", "id,member,points,earned_at\nB1,1,40,2026-11-01\nB2,2,5,2026-11-01\n");
    shop.run("redeem", "points", "1", "30", "--id", "S");
    var typed = revert("accrue", 2);
    assertEquals("2,2,0,0,-15,30", counts(typed), typed.err());
    assertEquals(
        List.of(
            "member,id,code,message",
            "1,B1,REVERT_SHORTFALL,\"Undone, but 30 points were spent or have lapsed, and the return policy"
                + " lets them go.\""),
        Files.readAllLines(remains()));
    isSound();
  }

  @Test
  void whatCannotBeUndoneIsToldAndMayBeTriedAgain() throws IOException {
    imports("accrue", "purchases", PURCHASES);
    shop.run("member", "leave", "1");
    var typed = revert("accrue", 2);
    assertEquals(Exit.PARTIAL, typed.exit());
    assertEquals("3,1,0,2,-5,0", counts(typed), typed.err());
    assertTrue(Files.readString(remains()).contains("1,P3,MEMBER_LEFT,"), Files.readString(remains()));
    assertEquals("done", shop.ask("select state from import_run where run = 2").getFirst());
    assertEquals("3,0,1,2,0,0", counts(revert("accrue", 2)));
  }

  @Test
  void aReturnThatCameBeforeIsNoObstacle() throws IOException {
    imports("accrue", "purchases", PURCHASES);
    shop.run("accrue", "return", "P1", "--id", "V1");
    assertEquals("3,2,1,0,-20,0", counts(revert("accrue", 2)));
    isSound();
  }

  @Test
  void whatNothingUndoesIsRefused() throws IOException {
    var members = revert("enroll", 1);
    assertEquals(Exit.REFUSED, members.exit());
    assertTrue(members.err().contains("RUN_IRREVERSIBLE"), members.err());
    imports("accrue", "purchases", PURCHASES);
    imports("accrue", "returns", "id,purchase,occurred_at\nV1,P1,2026-11-05\n");
    assertEquals(Exit.REFUSED, revert("accrue", 3).exit());
    for (var run : new int[] {1, 9}) {
      var none = revert("accrue", run);
      assertEquals(Exit.NOT_FOUND, none.exit());
      assertTrue(none.err().contains("RUN_NOT_FOUND"), none.err());
    }
  }

  @Test
  void runsAreListedByTheCommandOfTheirKind() throws IOException {
    imports("accrue", "purchases", PURCHASES);
    var listed = shop.run("accrue", "import", "--list", "-o", "csv");
    var header =
        "run,kind,file,state,started_at,ended_at,actor,read,accepted,duplicates,rejected,points\n";
    assertTrue(listed.out().startsWith(header + "2,purchases,"), listed.out());
    assertTrue(listed.out().endsWith(",tester,3,3,0,0,30\n"), listed.out());
    assertTrue(shop.run("enroll", "import", "--list").out().contains("members"));
    assertFalse(shop.run("redeem", "import", "--list").out().contains("purchases"));
  }
}
