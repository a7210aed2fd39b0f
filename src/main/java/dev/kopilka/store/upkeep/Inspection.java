package dev.kopilka.store.upkeep;

import dev.kopilka.store.Location;
import dev.kopilka.store.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ledger's file is and how its connection is really set: the settings are read back.
 *
 * @param pragmas by name, in a fixed order
 * @param rows by table, in the order of names
 * @param files the database and the logs beside it that exist
 */
public record Inspection(
    String engineVersion,
    Map<String, String> pragmas,
    Map<String, Long> rows,
    List<OneFile> files) {
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
    var pragmas = new LinkedHashMap<String, String>();
    for (var name : PRAGMAS) pragmas.put(name, text(unit, "pragma " + name));
    var rows = new LinkedHashMap<String, Long>();
    for (var table : tables(unit)) {
      rows.put(table, Long.valueOf(text(unit, "select count(*) from " + table)));
    }
    var files = new ArrayList<OneFile>();
    for (var end : List.of("", "-wal", "-shm")) {
      var file = Path.of(location.file() + end);
      if (Files.exists(file)) files.add(file(file));
    }
    return new Inspection(text(unit, "select sqlite_version()"), pragmas, rows, files);
  }

  private static List<String> tables(Unit unit) {
    var tables = new ArrayList<String>();
    try (var row = unit.query(TABLES)) {
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
