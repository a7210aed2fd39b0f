package dev.kopilka.store.upkeep;

import dev.kopilka.store.Location;
import dev.kopilka.store.Unit;
import dev.kopilka.store.proof.Identities;
import dev.kopilka.store.server.Engine;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the database file is sound as a database. What its rows say is another question, which
 * {@code audit verify} answers: SQLite's own check misses most changed contents.
 */
public record Health(List<Check> checks) {
  /** How many findings of one check are told: a broken page can have thousands. */
  private static final int TOLD = 20;

  private static final String INTEGRITY = "pragma integrity_check(" + TOLD + ")";
  private static final String FOREIGN_KEYS =
      "select \"table\" || ' ' || coalesce(rowid, '') || ' -> ' || parent"
          + " from pragma_foreign_key_check limit " + TOLD;

  // Each of these counts what should not be.
  private static final String ENTRIES =
      """
      select (select count(*) from entry) - (select coalesce(sum(entries), 0) from account)
      """;
  private static final String EVENTS =
      """
      select (select count(*) from event) - (select coalesce(sum(events), 0) from account)
      """;
  private static final String KEYS =
      "select (select count(*) from event) - (select count(*) from event_key)";
  private static final String CODES =
      """
      select (select count(*) from member)
        - (select count(*) from identity where key >= 'code:' and key < 'code;')
      """;
  private static final String IDENTITIES =
      """
      select (select count(*) from member)
        + (select count(*) from person where phone_key <> '')
        + (select count(*) from person where email_key <> '')
        + (select count(*) from attribute where name = 'card')
        - (select count(*) from identity)
      """;
  private static final String TRIGGERS =
      """
      select 14 - count(*)
      from sqlite_master
      where type = 'trigger' and sql like '%KOPILKA_APPEND_ONLY%'
      """;

  /**
   * One thing that was looked at.
   *
   * @param found what is wrong, nothing when it is as it should be
   */
  public record Check(String name, List<String> found) {
    public boolean isOk() {
      return found.isEmpty();
    }
  }

  public boolean isOk() {
    return checks.stream().allMatch(Check::isOk);
  }

  private static final String SERVER_TRIGGERS =
      """
      select count(*)
      from (values ('event'), ('entry'), ('draw'), ('log'), ('pilot'), ('pilot_member'), ('pilot_decision')) kept (name)
      where not exists (
        select 1
        from pg_trigger t
        join pg_proc p on p.oid = t.tgfoid
        where p.proname = 'kopilka_append_only' and t.tgenabled = 'O'
          and t.tgrelid = to_regclass(kept.name))
      """;
  // What Citus has spread can have no triggers: there the rights of roles alone keep it.
  private static final String UNSPREAD =
      " and not exists (select 1 from pg_dist_partition d where d.logicalrelid = to_regclass(kept.name))";
  // Foreign keys of tables that grow would cost each row of an import; here they are looked at.
  private static final String SERVER_KEYS =
      """
      select 'event ' || e.member || '/' || e.number || ' -> member'
      from event e
      left join member m on m.member = e.member
      where m.member is null
      limit 20
      """;

  public static Health of(Unit unit, Location location) {
    return location instanceof Location.InFile ? ofFile(unit) : ofServer(unit);
  }

  private static Health ofServer(Unit unit) {
    return new Health(
        List.of(
            new Check("foreign_keys", texts(unit, SERVER_KEYS, "")),
            new Check("append_only_triggers", texts(unit, triggers(unit), "0")),
            new Check("events_counted", texts(unit, EVENTS, "0")),
            new Check("entries_counted", texts(unit, ENTRIES, "0")),
            new Check("ids_registered", texts(unit, KEYS, "0")),
            new Check("identities_registered", texts(unit, identities(unit), "0"))));
  }

  private static String triggers(Unit unit) {
    var isCitus = unit.engine().filter(Engine.CITUS::equals).isPresent();
    return isCitus ? SERVER_TRIGGERS + UNSPREAD : SERVER_TRIGGERS;
  }

  private static Health ofFile(Unit unit) {
    return new Health(
        List.of(
            new Check("integrity", texts(unit, INTEGRITY, "ok")),
            new Check("foreign_keys", texts(unit, FOREIGN_KEYS, "")),
            new Check("append_only_triggers", texts(unit, TRIGGERS, "0")),
            new Check("events_counted", texts(unit, EVENTS, "0")),
            new Check("entries_counted", texts(unit, ENTRIES, "0")),
            new Check("ids_registered", texts(unit, KEYS, "0")),
            new Check("identities_registered", texts(unit, identities(unit), "0"))));
  }

  /** Who may not read of persons sees no more than codes in the registry either. */
  private static String identities(Unit unit) {
    return new Identities(unit).areReadable() ? IDENTITIES : CODES;
  }

  private static List<String> texts(Unit unit, String sql, String sound) {
    var texts = new ArrayList<String>();
    try (var row = unit.query(sql)) {
      while (row.next()) if (!row.text(1).equals(sound)) texts.add(row.text(1));
    }
    return texts;
  }
}
