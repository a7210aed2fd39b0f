package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.store.rows.MemberRows;
import dev.kopilka.store.server.Engine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The contract on a PostgreSQL that says that it is a Citus: members are held one by one. */
class CitusStoreTest extends AccountContract {
  private static final String LAST_STATEMENT =
      "select query from pg_stat_activity where datname = '%s' and state = 'idle in transaction'";

  private String url;

  @Override
  Database open() {
    url = Server.running().ledger();
    Disguise.asCitus(url);
    return Database.open(url);
  }

  private List<String> said() {
    return Disguise.texts(url, LAST_STATEMENT.formatted(Disguise.database(url)));
  }

  @Test
  void noStatementIsAboutTwoMembers() {
    var held =
        "select member, code, status, enrolled_at, channel, staff, referrer, consents, pilot"
            + " from member where member = $1 order by member for no key update of member";
    write(
        unit -> {
          assertEquals(Optional.of(Engine.CITUS), unit.engine());
          var rows = new MemberRows(unit);
          assertEquals(Set.of("0012", "Ы-1"), rows.byCodes(List.of("0012", "Ы-1", "12")).keySet());
          assertEquals(List.of(held), said());
          assertEquals(Optional.of(member(2, "0012")), rows.byCode("0012"));
          assertEquals(Optional.empty(), rows.byCode("12"));
          rows.hold(List.of(2L, 1L));
          assertEquals(List.of(held), said());
        });
  }

  /** More than go together: none is forgotten, and each answer is its own question's. */
  @Test
  void manyAreAskedForInSomeGoes() {
    var numbers = new long[120];
    for (var i = 0; i < numbers.length; i++) numbers[i] = 1 + i % 3;
    var found = new TreeMap<Long, Integer>();
    database.read(
        unit -> {
          unit.askEach(
              "select member from member where member = ?",
              numbers,
              row -> {
                while (row.next()) found.merge(row.number(1), 1, Integer::sum);
              });
          return true;
        });
    assertEquals(Map.of(1L, 40, 2L, 40), found);
  }
}
