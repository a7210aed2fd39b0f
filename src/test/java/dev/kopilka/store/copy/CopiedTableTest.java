package dev.kopilka.store.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Server;
import dev.kopilka.store.Database;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is copied is all that there is. */
class CopiedTableTest {
  private static final String COLUMNS =
      """
      select table_name, string_agg(
        case data_type when 'text' then '' when 'bytea' then '*' else '#' end || column_name,
        ' ' order by ordinal_position)
      from information_schema.columns
      where table_schema = current_schema() and table_name not in ('schema_history', 'setting')
      group by table_name
      """;

  @Test
  void everyTableWithEveryColumnInItsOwnSort() {
    var there = new TreeMap<String, String>();
    try (var database = Database.open(Server.running().ledger())) {
      database.read(
          unit -> {
            try (var row = unit.query(COLUMNS)) {
              while (row.next()) there.put(row.text(1), row.text(2));
            }
            return true;
          });
    }
    var copied = new TreeMap<String, String>();
    for (var table : CopiedTable.ALL) {
      var columns = new StringBuilder();
      for (var i = 0; i < table.columns().size(); i++) {
        var sort = table.sorts().get(i);
        columns.append(i == 0 ? "" : " ").append(sort == 't' ? "" : sort.toString());
        columns.append(table.columns().get(i));
      }
      copied.put(table.name(), columns.toString());
    }
    assertEquals(there, copied);
  }
}
