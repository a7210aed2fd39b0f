package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the schema on a server keeps to, so that engines that spread it over nodes can hold it. */
class ServerSchemaTest {
  /** Tables that grow with members or with what these do. */
  private static final String GROWING =
      "('member', 'person', 'attribute', 'event', 'entry', 'draw', 'note', 'account', 'lot', 'hold',"
          + " 'standing', 'segment_member', 'contact', 'pilot_member')";

  private static final String WITH_REGISTRIES =
      GROWING.replace(")", ", 'event_key', 'identity')");

  @TempDir static Path folder;
  private static Database server;
  private static Database file;

  @BeforeAll
  static void open() {
    server = Database.open(Server.running().ledger());
    var path = folder.resolve("shop.db").toString();
    Schema.create(path);
    file = Database.open(path);
  }

  @AfterAll
  static void close() {
    server.close();
    file.close();
  }

  private static List<String> rows(Database database, String sql) {
    return database.read(
        unit -> {
          var rows = new ArrayList<String>();
          try (var row = unit.query(sql)) {
            while (row.next()) rows.add(row.text(1));
          }
          return rows;
        });
  }

  /**
   * Ids of events and identities of people (a code, a phone, an e-mail, a card) are unique over all
   * members; an engine that spreads members over nodes spreads their registries by their own keys.
   */
  @Test
  void everyUniqueKeyOfATableThatGrowsContainsTheMemberButThoseOfTheRegistries() {
    var others =
        rows(
            server,
            """
            select i.relname
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid
            where x.indisunique and t.relnamespace = current_schema()::regnamespace
              and t.relname in %s
              and not exists (
                select 1
                from pg_attribute a
                where a.attrelid = t.oid and a.attnum = any (x.indkey) and a.attname = 'member')
            order by i.relname
            """
                .formatted(WITH_REGISTRIES));
    assertEquals(List.of("event_key_pkey", "identity_pkey"), others);
  }

  @Test
  void tablesThatGrowAreKeyedByTheMemberFirst() {
    var others =
        rows(
            server,
            """
            select t.relname
            from pg_index x
            join pg_class t on t.oid = x.indrelid
            join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
            where x.indisprimary and t.relname in %s and a.attname <> 'member'
            order by t.relname
            """
                .formatted(GROWING));
    // These are asked for as a whole.
    assertEquals(List.of("pilot_member", "segment_member"), others);
  }

  @Test
  void thereIsNoSequenceAndTextsAreComparedByTheirBytes() {
    assertEquals(List.of(), rows(server, "select sequencename from pg_sequences"));
    assertEquals(
        List.of(),
        rows(
            server,
            """
            select table_name || '.' || column_name
            from information_schema.columns
            where table_schema = current_schema() and table_name <> 'schema_history'
              and data_type = 'text' and collation_name is distinct from 'C'
            """));
  }

  /** A column that one home has and the other one lacks would be lost on the way. */
  @Test
  void bothHomesHaveTheSameTablesAndColumns() {
    var here =
        rows(
            file,
            """
            select m.name || '.' || c.name
            from sqlite_master m, pragma_table_info(m.name) c
            where m.type = 'table' and m.name not like 'sqlite%' and m.name <> 'schema_history'
            order by 1
            """);
    var there =
        rows(
            server,
            """
            select (table_name || '.' || column_name) collate "C"
            from information_schema.columns
            where table_schema = current_schema() and table_name <> 'schema_history'
            order by 1
            """);
    assertEquals(here, there);
  }
}
