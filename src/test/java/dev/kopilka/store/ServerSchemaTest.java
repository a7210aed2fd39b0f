package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.store.upkeep.Distribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  private static final String REGISTRIES = "('event_key', 'identity')";

  /** Tables that do not grow with members, and some that hardly grow at all. */
  private static final String SMALL =
      "('setting', 'programme', 'budget', 'stock', 'waiting', 'log', 'import_run', 'pilot', 'pilot_decision')";

  private static final String WITH_REGISTRIES = GROWING.replace(")", REGISTRIES.replace("(", ", "));

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

  private static List<String> words(String list) {
    return Stream.of(list.replaceAll("[(')]", "").split(", ")).sorted().toList();
  }

  /** A new table has to be thought of: how it grows, and where it lies on a cluster. */
  @Test
  void everyTableIsInOneOfTheListsAndHasItsPlaceOnACluster() {
    var listed = Stream.of(GROWING, REGISTRIES, SMALL).flatMap(list -> words(list).stream()).sorted().toList();
    var tables =
        rows(
            server,
            """
            select tablename collate "C"
            from pg_tables
            where schemaname = current_schema() and tablename <> 'schema_history'
            order by 1
            """);
    assertEquals(tables, listed);
    var url = Server.running().ledger();
    Disguise.asCitus(url);
    try (var citus = Database.open(url)) {
      var laid = Distribution.planned(citus);
      assertEquals(tables, laid.stream().map(Distribution.Laid::table).sorted().toList());
      var byMember = laid.stream().filter(one -> one.by().equals("member")).map(Distribution.Laid::table);
      assertEquals(words(GROWING), byMember.sorted().toList());
    }
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
