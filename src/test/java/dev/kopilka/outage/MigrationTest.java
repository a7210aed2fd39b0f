package dev.kopilka.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.command.imports.Child;
import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import dev.kopilka.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Making the schema on a server: several at once, and one that is killed amid it. {@code
 * -Dkopilka.kills=300 -Dkopilka.links=200} makes it the soak.
 */
class MigrationTest {
  private static final int KILLS = Integer.getInteger("kopilka.kills", 3);
  private static final int CUTS = Integer.getInteger("kopilka.links", 5);
  private static final long SEED = Long.getLong("kopilka.seed", 20261127);
  private static final int MIGRATORS = 8;

  /** All that a schema consists of, and the record of how it came to be. */
  private static final String SCHEMA =
      """
      select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
      from information_schema.columns
      where table_schema = 'public'
      union all
      select 'index ' || indexdef from pg_indexes where schemaname = 'public'
      union all
      select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
      from pg_constraint
      where connamespace = 'public'::regnamespace
      union all
      select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all
      select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
      union all
      select 'setting ' || name || ' ' || case name when 'pilot_key' then 'drawn by lot' else value end
      from setting
      union all
      select 'step ' || version || ' ' || success from schema_history
      order by 1
      """;

  @TempDir Path folder;

  private static Typed.Place at(String url) {
    return Typed.anywhere().with("KOPILKA_DB", url).with("KOPILKA_ACTOR", "tester");
  }

  private static List<String> ask(String url, String sql) {
    try (var database = Database.open(url)) {
      return database.read(
          unit -> {
            var rows = new ArrayList<String>();
            try (var row = unit.query(sql)) {
              while (row.next()) rows.add(row.text(1));
            }
            return rows;
          });
    }
  }

  private static List<Typed> atOnce(String url, String line) throws Exception {
    var work = Collections.nCopies(MIGRATORS, (Callable<Typed>) () -> at(url).type(line));
    var answers = new ArrayList<Typed>();
    try (var threads = Executors.newFixedThreadPool(MIGRATORS)) {
      for (var done : threads.invokeAll(work)) answers.add(done.get());
    }
    return answers;
  }

  private static boolean isThereAlready(Typed typed) {
    return typed.exit() == Exit.STORAGE && typed.err().contains("There is a ledger at");
  }

  @Test
  void ofEightAtOnceOneMakesIt() throws Exception {
    var url = Server.running().empty();
    var made = 0;
    for (var typed : atOnce(url, "init")) {
      if (typed.exit() == Exit.DONE) made++;
      else assertTrue(isThereAlready(typed), typed.err());
    }
    assertEquals(1, made);
    for (var typed : atOnce(url, "db migrate -o json")) {
      assertTrue(typed.out().endsWith("\"before\":2,\"after\":2}\n"), typed.out() + typed.err());
    }
    assertEquals(whole(), ask(url, SCHEMA));
    assertEquals(List.of("1"), ask(url, "select count(*) from log"));
  }

  /** What was left amid is made whole by the same command; what was whole is told to be there. */
  private static void goesOn(String url, String how) {
    var again = at(url).type("init");
    assertTrue(again.exit() == Exit.DONE || isThereAlready(again), how + ": " + again.err());
    assertEquals(Exit.DONE, at(url).type("db migrate").exit(), how);
    assertEquals(Exit.DONE, at(url).type("db check").exit(), how);
    assertEquals(whole(), ask(url, SCHEMA), how);
    Server.running().drop(url);
  }

  /** The schema of a ledger that was made undisturbed. */
  private static List<String> whole() {
    var url = Server.running().ledger();
    var schema = ask(url, SCHEMA);
    Server.running().drop(url);
    return schema;
  }

  @Test
  void whereverItIsKilledTheSameCommandGoesOn() throws Exception {
    var random = new Random(SEED);
    var kills = 0;
    while (kills < KILLS) {
      var url = Server.running().empty();
      var callers =
          "select count(*) from pg_stat_activity where datname = '" + Server.name(url) + "'";
      var child = Child.at(folder, url, "init");
      while (!child.endsWithin(1) && Server.running().text(callers).equals("0")) continue;
      if (!child.endsWithin(random.nextInt(1_000))) {
        child.kill();
        kills++;
      }
      goesOn(url, child.err());
    }
    System.out.println(kills + " times killed amid init, seed " + SEED);
  }

  /** Its messages are some hundreds, and each is the last one that the server hears of somebody. */
  @Test
  void whereverItsLinkIsCutTheSameCommandGoesOn() throws Exception {
    var cuts = 0;
    for (var i = 0; cuts < CUTS; i++) {
      var url = Server.running().empty();
      try (var proxy = new Proxy(Server.running().port(), SEED + i)) {
        proxy.keepCutting(Cut.AMID, 300);
        var typed = at(proxy.to(url)).type("init");
        cuts += proxy.stopCutting();
        if (typed.exit() != Exit.DONE && !isThereAlready(typed)) Teller.away(typed);
      }
      goesOn(url, "seed " + (SEED + i));
    }
    System.out.println(cuts + " links cut amid init, seed " + SEED);
  }
}
