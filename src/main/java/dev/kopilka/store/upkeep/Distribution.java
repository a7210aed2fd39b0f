package dev.kopilka.store.upkeep;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Database;
import dev.kopilka.store.SqlTrouble;
import dev.kopilka.store.Unit;
import dev.kopilka.store.server.Engine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the tables of a ledger lie on the nodes of a Citus cluster. What grows with members lies where
 * the member lies, so that a booking is the work of one node; each of the two registries lies by its
 * own key; the rest stays with the coordinator, through which all commands come.
 */
public final class Distribution {
  private static final String EVERYWHERE = "reference";
  private static final String HERE = "local";
  private static final String BY_MEMBER = "member";

  /** By which column each table is spread; those first that others refer to. */
  private static final List<Laid> TABLES =
      List.of(
          by(BY_MEMBER, "member"),
          by(BY_MEMBER, "person"),
          by(BY_MEMBER, "attribute"),
          by(BY_MEMBER, "event"),
          by(BY_MEMBER, "entry"),
          by(BY_MEMBER, "draw"),
          by(BY_MEMBER, "note"),
          by(BY_MEMBER, "account"),
          by(BY_MEMBER, "lot"),
          by(BY_MEMBER, "hold"),
          by(BY_MEMBER, "standing"),
          by(BY_MEMBER, "segment_member"),
          by(BY_MEMBER, "contact"),
          by(BY_MEMBER, "pilot_member"),
          by("place", "event_key"),
          by("key", "identity"),
          // Few rows, and joined with members.
          by(EVERYWHERE, "waiting"),
          // These are never joined with anything that is spread: on every node they would cost each
          // change of a budget a commit of all nodes.
          by(HERE, "setting"),
          by(HERE, "programme"),
          by(HERE, "budget"),
          by(HERE, "stock"),
          by(HERE, "log"),
          by(HERE, "import_run"),
          by(HERE, "pilot"),
          by(HERE, "pilot_decision"));

  /** What keeps a table as it was written has to go before Citus takes it. */
  private static final Map<String, String> TRIGGERS =
      Map.of(
          "event", "event_stays",
          "entry", "entry_stays",
          "draw", "draw_stays",
          "pilot_member", "pilot_member_stays");

  // Spread by hash, or the same on every node; a local table that Citus knows of is neither.
  private static final String FOUND =
      """
      select c.relname
      from pg_dist_partition d
      join pg_class c on c.oid = d.logicalrelid
      where c.relnamespace = cast(current_schema() as regnamespace)
        and (d.partmethod = 'h' or d.repmodel = 't')
      """;

  private Distribution() {}

  /**
   * One table.
   *
   * @param by the column by which it is spread; {@code reference} for the same on every node, {@code
   *     local} for the coordinator alone
   * @param isNew whether it lay otherwise before
   */
  public record Laid(String table, String by, boolean isNew) {}

  private static Laid by(String column, String table) {
    return new Laid(table, column, true);
  }

  /** Every table, and what {@link #make} would do with it; throws where there is no Citus. */
  public static List<Laid> planned(Database database) {
    return database.read(unit -> tables(database, unit));
  }

  private static List<Laid> tables(Database database, Unit unit) {
    if (unit.engine().filter(Engine.CITUS::equals).isEmpty()) {
      throw database.location().trouble("DATABASE_NOT_CITUS");
    }
    var found = found(unit);
    var tables = new ArrayList<Laid>();
    for (var one : TABLES) {
      var isNew = !one.by.equals(HERE) && !found.contains(one.table);
      tables.add(new Laid(one.table, one.by, isNew));
    }
    return tables;
  }

  private static Set<String> found(Unit unit) {
    var found = new HashSet<String>();
    try (var row = unit.query(FOUND)) {
      while (row.next()) found.add(row.text(1));
    }
    return found;
  }

  /** Spreads what is not spread yet, all of it or nothing, and answers every table. */
  public static List<Laid> make(Database database) {
    return database.writeKeyed(
        false,
        unit -> {
          var tables = tables(database, unit);
          for (var one : tables) if (one.isNew) lay(unit, one);
          return tables;
        });
  }

  private static void lay(Unit unit, Laid one) {
    var trigger = TRIGGERS.get(one.table);
    if (trigger != null) unit.run("drop trigger if exists " + trigger + " on " + one.table);
    var sql =
        one.by.equals(EVERYWHERE)
            ? "select create_reference_table('" + one.table + "')"
            : "select create_distributed_table('%s', '%s', colocate_with => '%s')"
                .formatted(one.table, one.by, beside(one));
    try (var statement = unit.connection().createStatement()) {
      statement.setFetchSize(0);
      statement.execute(sql);
    } catch (SQLException e) {
      throw notTaken(one, e);
    }
  }

  /** Why a cluster does not take a table (it has no nodes, say) is for whoever runs it to mend. */
  private static RuntimeException notTaken(Laid one, SQLException e) {
    var trouble = SqlTrouble.of(e);
    if (trouble instanceof Trouble) return trouble;
    var problem = Problem.of("TABLE_NOT_TAKEN").with("table", one.table);
    return new Trouble.Storage(problem.with("found", e.getMessage()), e);
  }

  /** Numbers of members and places of ids are of one type, and must not be taken for one thing. */
  private static String beside(Laid one) {
    return one.by.equals(BY_MEMBER) && !one.table.equals(BY_MEMBER) ? BY_MEMBER : "none";
  }
}
