package dev.kopilka.store.copy;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * A table that is copied: its name and its columns, the first of which are the key in whose order it
 * is read.
 *
 * @param sorts of each column: {@code #} a whole number, {@code *} bytes, else a text
 */
record CopiedTable(String name, int keys, List<String> columns, List<Character> sorts) {
  /** All of them, those first that others refer to. */
  static final List<CopiedTable> ALL =
      List.of(
          of("programme", 1, "#version #effective_from author order_number hash #recorded_at source *chain"),
          of("member", 1, "#member code status #enrolled_at channel staff referrer consents pilot #fingerprint #merged_into"),
          of("person", 1, "#member data_key name phone email birth_date gender city phone_key email_key"),
          of("attribute", 2, "#member name value"),
          of("identity", 1, "key #member"),
          of("event", 2, """
              #member #number #kind source id #occurred_at #recorded_at #version actor #amount #discount #points
              subject reference channel store partner staff promo_code lines #earned_on #active_from #expires_on
              attributes #fingerprint *hash"""),
          of("entry", 2, """
              #member #seq #event #kind #points #balance #opened rule #version #corrects #earned_on #active_from
              #expires_on shares draws #occurred_at #recorded_at actor *hash"""),
          of("draw", 3, "#member #seq #place #lot #points"),
          of("event_key", 1, "#place #member #number #fingerprint"),
          of("note", 2, "#member #number text"),
          of("account", 1, """
              #member #events #entries #debt #earned #redeemed #expired #purchases #spend #last_purchase_at
              #next_due *event_head *head"""),
          of("lot", 2, "#member #entry rule #earned_on #active_from #expires_on #opened #remaining #held"),
          of("hold", 2, "#member #entry #until parts"),
          of("standing", 2, "#member #entry tier #from_day #until_day basis"),
          of("budget", 1, "rule #given"),
          of("stock", 1, "reward #added #taken"),
          of("waiting", 2, """
              source id #member #points reason note #occurred_at #expires_on #proposed_at proposed_by"""),
          of("segment_member", 2, "segment #member"),
          of("contact", 3, "#member #at message channel segment"),
          of("pilot", 1, "code salt arms source share strata #begins_on #assigned_at actor"),
          of("pilot_member", 2, "pilot #member #arm"),
          of("pilot_decision", 1, "pilot decision note #decided_at actor"),
          of("log", 1, "#seq #at actor action subject details"),
          of("import_run", 1, """
              #run kind file digest state #started_at #ended_at actor #read #accepted #duplicates #rejected
              #points #rejects_bytes #last_member"""));

  private static CopiedTable of(String name, int keys, String spec) {
    var columns = new ArrayList<String>();
    var sorts = new ArrayList<Character>();
    for (var word : spec.strip().split("\\s+")) {
      var sort = word.charAt(0) == '#' || word.charAt(0) == '*' ? word.charAt(0) : 't';
      sorts.add(sort);
      columns.add(sort == 't' ? word : word.substring(1));
    }
    return new CopiedTable(name, keys, List.copyOf(columns), List.copyOf(sorts));
  }

  private String list() {
    return String.join(", ", columns);
  }

  private String order() {
    return String.join(", ", columns.subList(0, keys));
  }

  private static String marks(int count) {
    var marks = new StringJoiner(", ", "(", ")");
    for (var i = 0; i < count; i++) marks.add("?");
    return marks.toString();
  }

  /** So many rows behind the key, or from the first one on where there is none. */
  List<Object[]> after(Unit unit, Object[] key, int most) {
    var behind = key.length == 0 ? "" : " where (" + order() + ") > " + marks(keys);
    var query =
        unit.query("select " + list() + " from " + name + behind + " order by " + order() + " limit ?");
    for (var i = 0; i < key.length; i++) set(query, i, key[i]);
    query.set(key.length + 1, most);
    var rows = new ArrayList<Object[]>();
    try (query) {
      while (query.next()) rows.add(row(query));
    }
    return rows;
  }

  private Object[] row(Query query) {
    var row = new Object[columns.size()];
    for (var i = 0; i < row.length; i++) {
      row[i] =
          switch (sorts.get(i)) {
            case '#' -> (Object) query.number(i + 1);
            case '*' -> query.bytes(i + 1);
            default -> query.text(i + 1);
          };
    }
    return row;
  }

  void add(Unit unit, List<Object[]> rows) {
    var sql = "insert into " + name + " (" + list() + ") values " + marks(columns.size());
    for (var row : rows) {
      var query = unit.query(sql);
      for (var i = 0; i < row.length; i++) set(query, i, row[i]);
      query.add();
    }
    unit.flush(sql);
  }

  private static void set(Query query, int place, Object value) {
    switch (value) {
      case Long number -> query.set(place + 1, number);
      case byte[] bytes -> query.set(place + 1, bytes);
      case Object text -> query.set(place + 1, (String) text);
    }
  }

  Object[] key(Object[] row) {
    return Arrays.copyOf(row, keys);
  }

  long rows(Unit unit) {
    try (var row = unit.query("select count(*) from " + name)) {
      row.next();
      return row.number(1);
    }
  }
}
