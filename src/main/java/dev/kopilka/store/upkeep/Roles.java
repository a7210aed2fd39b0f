package dev.kopilka.store.upkeep;

import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Database;
import dev.kopilka.store.Location;
import dev.kopilka.store.SqlTrouble;
import dev.kopilka.store.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Who may do what with a ledger on a server; the roles and their rights are in {@code roles.sql}. */
public final class Roles {
  private static final String SCRIPT = "/dev/kopilka/store/postgresql/roles.sql";
  private static final String TABLES =
      """
      select t.tablename,
        array_to_string(array(
          select p.word
          from unnest(array['select', 'insert', 'update', 'delete']) with ordinality p (word, place)
          where has_table_privilege(format('%I', t.tablename), p.word)
          order by p.place), ' '),
        array_to_string(array(
          select a.attname
          from pg_attribute a
          where a.attrelid = to_regclass(format('%I', t.tablename)) and a.attnum > 0
            and not has_table_privilege(format('%I', t.tablename), 'select')
            and has_column_privilege(format('%I', t.tablename), a.attname, 'select')
          order by a.attnum), ' ')
      from (
        select schemaname, tablename from pg_tables
        union all select schemaname, viewname from pg_views
      ) t
      where t.schemaname = current_schema() and t.tablename <> 'schema_history'
      order by t.tablename collate "C"
      """;
  private static final String MIGHTY =
      """
      select r.rolsuper, pg_has_role(current_user, t.tableowner, 'usage')
      from pg_roles r
      cross join pg_tables t
      where r.rolname = current_user and t.schemaname = current_schema() and t.tablename = 'event'
      """;

  private Roles() {}

  /**
   * What the user of the connection may do with one table or view.
   *
   * @param privileges words of SQL for the whole table
   * @param columns those that may be read where not the whole table may
   */
  public record Grant(String table, String privileges, String columns) {}

  /** How much more than booking the user may do. */
  public enum Might {
    ORDINARY,
    OWNER,
    SUPERUSER
  }

  /** Makes the roles, where they are missing, and gives each its rights and no others. */
  public static void make(Database database) {
    if (!(database.location() instanceof Location.OnServer)) {
      throw database.location().trouble("ROLES_OF_A_FILE");
    }
    var script = script();
    try {
      database.write(
          false,
          unit -> {
            unit.run(script);
            return true;
          });
    } catch (Trouble.Storage trouble) {
      // Who is sent to this very command by others' refusals must hear here who may run it.
      if (SqlTrouble.isForbidden(trouble)) throw database.location().trouble("ROLES_FORBIDDEN");
      throw trouble;
    }
  }

  private static String script() {
    try (var stream = Roles.class.getResourceAsStream(SCRIPT)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the user may do, table by table. */
  static List<Grant> grants(Unit unit) {
    var grants = new ArrayList<Grant>();
    try (var row = unit.query(TABLES)) {
      while (row.next()) grants.add(new Grant(row.text(1), row.text(2), row.text(3)));
    }
    return grants;
  }

  static Might might(Unit unit) {
    try (var row = unit.query(MIGHTY)) {
      if (!row.next()) return Might.ORDINARY;
      if (row.text(1).equals("t")) return Might.SUPERUSER;
      return row.text(2).equals("t") ? Might.OWNER : Might.ORDINARY;
    }
  }
}
