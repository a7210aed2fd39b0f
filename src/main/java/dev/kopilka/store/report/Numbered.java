package dev.kopilka.store.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement whose parameters stand in it by name, {@code :from}, as JDBC wants it.
 *
 * @param sql with a question mark for each parameter
 * @param names of the parameters, in the order of the question marks
 */
record Numbered(String sql, List<String> names) {
  /** A colon in quotes is no parameter; the statements are our own, and no quote stands in quotes. */
  static Numbered of(String named) {
    var sql = new StringBuilder(named.length());
    var names = new ArrayList<String>();
    var isQuoted = false;
    for (var at = 0; at < named.length(); at++) {
      isQuoted ^= named.charAt(at) == '\'';
      if (isQuoted || named.charAt(at) != ':') {
        sql.append(named.charAt(at));
        continue;
      }
      var end = at + 1;
      while (end < named.length() && isOfName(named.charAt(end))) end++;
      names.add(named.substring(at + 1, end));
      sql.append('?');
      at = end - 1;
    }
    return new Numbered(sql.toString(), names);
  }

  private static boolean isOfName(char c) {
    return c >= 'a' && c <= 'z' || c == '_';
  }
}
