package dev.kopilka.store.upkeep;

import dev.kopilka.store.Location;
import dev.kopilka.store.Unit;
import dev.kopilka.store.server.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a ledger's database is and how its connection is really set: the settings are read back.
 *
 * @param engine {@code sqlite}, or the word of the server's {@link Engine}
 * @param settings by name, in a fixed order
 * @param rows by table, in the order of names
 * @param might what the user of a server may do beside booking
 * @param grants what the user of a server may do, table by table
 * @param files the database and the logs beside it that exist
 */
public record Inspection(
    String engine,
    String engineVersion,
    Map<String, String> settings,
    Map<String, Long> rows,
    List<OneFile> files,
    Roles.Might might,
    List<Roles.Grant> grants) {
  private static final List<String> PRAGMAS =
      List.of(
          "journal_mode",
          "synchronous",
          "foreign_keys",
          "busy_timeout",
          "secure_delete",
          "trusted_schema",
          "page_size",
          "page_count",
          "freelist_count");
  private static final List<String> SERVER =
      List.of(
          "server_encoding",
          "default_transaction_isolation",
          "synchronous_commit",
          "fsync",
          "full_page_writes",
          "max_connections",
          "search_path");
  // Not every engine has every setting of PostgreSQL's.
  private static final String SETTING = "select coalesce(current_setting('%s', true), '')";
  private static final String SERVER_TABLES =
      """
      select tablename
      from pg_tables
      where schemaname = current_schema() and tablename <> 'schema_history'
      order by tablename
      """;
  private static final String TABLES =
      """
      select name
      from sqlite_master
      where type = 'table' and name not like 'sqlite%' and name <> 'schema_history'
      order by name
      """;

  /** One file with its octal mode, "" where files have none. */
  public record OneFile(String name, long bytes, String mode) {}

  public static Inspection of(Unit unit, Location location) {
    return switch (location) {
      case Location.InFile(var file) -> ofFile(unit, file);
      case Location.OnServer _ -> ofServer(unit);
    };
  }

  private static Inspection ofServer(Unit unit) {
    var settings = new LinkedHashMap<String, String>();
    var engine = unit.engine().orElseThrow();
    for (var name : SERVER) settings.put(name, text(unit, SETTING.formatted(name)));
    settings.put("user", text(unit, "select current_user"));
    if (engine.hasStatistics()) {
      settings.put(
          "tls", text(unit, "select ssl from pg_stat_ssl where pid = pg_backend_pid()"));
      settings.put("bytes", text(unit, "select pg_database_size(current_database())"));
    }
    var version = 
        engine.version(text(unit, "select version()"), text(unit, "show server_version"));
    var grants = Roles.grants(unit);
    return new Inspection(
        engine.word(),
        version,
        settings,
        rows(unit, SERVER_TABLES, readable(grants)),
        List.of(),
        Roles.might(unit),
        grants);
  }

  private static Predicate<String> readable(List<Roles.Grant> grants) {
    return table ->
        grants.stream()
            .anyMatch(g -> g.table().equals(table) && g.privileges().startsWith("select"));
  }

  private static Map<String, Long> rows(Unit unit, String listing, Predicate<String> wanted) {
    var rows = new LinkedHashMap<String, Long>();
    for (var table : tables(unit, listing)) {
      if (!wanted.test(table)) continue;
      rows.put(table, Long.valueOf(text(unit, "select count(*) from " + table)));
    }
    return rows;
  }

  private static Inspection ofFile(Unit unit, Path ledger) {
    var pragmas = new LinkedHashMap<String, String>();
    for (var name : PRAGMAS) pragmas.put(name, text(unit, "pragma " + name));
    var files = new ArrayList<OneFile>();
    for (var end : List.of("", "-wal", "-shm")) {
      var file = Path.of(ledger + end);
      if (Files.exists(file)) files.add(file(file));
    }
    var version = text(unit, "select sqlite_version()");
    var rows = rows(unit, TABLES, _ -> true);
    return new Inspection(
        "sqlite", version, pragmas, rows, files, Roles.Might.ORDINARY, List.of());
  }

  private static List<String> tables(Unit unit, String listing) {
    var tables = new ArrayList<String>();
    try (var row = unit.query(listing)) {
      while (row.next()) tables.add(row.text(1));
    }
    return tables;
  }

  private static String text(Unit unit, String sql) {
    try (var row = unit.query(sql)) {
      return row.next() ? row.text(1) : "";
    }
  }

  private static OneFile file(Path file) {
    try {
      return new OneFile(file.toString(), Files.size(file), mode(file));
    } catch (IOException goneMeanwhile) {
      return new OneFile(file.toString(), 0, "");
    }
  }

  private static String mode(Path file) throws IOException {
    try {
      var bits = 0;
      for (var one : Files.getPosixFilePermissions(file)) {
        bits |= 1 << PosixFilePermission.OTHERS_EXECUTE.ordinal() - one.ordinal();
      }
      var octal = Integer.toOctalString(bits);
      return "0".repeat(4 - octal.length()) + octal;
    } catch (UnsupportedOperationException noSuchModesHere) {
      return "";
    }
  }
}
