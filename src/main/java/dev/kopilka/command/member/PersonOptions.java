package dev.kopilka.command.member;

import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options that say who a member is, and the columns of the import that they stand for. */
public final class PersonOptions {
  private static final List<String> COLUMNS =
      List.of("name", "phone", "email", "birth_date", "gender", "city");

  private PersonOptions() {}

  public static void declare(Syntax syntax) {
    syntax.option("--name", "NAME");
    syntax.option("--phone", "PHONE");
    syntax.option("--email", "EMAIL");
    syntax.option("--birth-date", "DATE");
    syntax.option("--gender", "f|m|x");
    syntax.option("--city", "CITY");
    syntax.option("--card", "NUMBER");
    syntax.option("--attr", "NAME=VALUE").repeatable();
  }

  /**
   * What was typed, by column, in the order of the columns; an empty text is what was typed too.
   */
  public static Map<String, String> columns(Given given) {
    var columns = new LinkedHashMap<String, String>();
    for (var column : COLUMNS) {
      var option = "--" + column.replace('_', '-');
      if (given.has(option)) columns.put(column, given.text(option));
    }
    if (given.has("--card")) columns.put("attr.card", given.text("--card"));
    for (var pair : given.list("--attr")) {
      var equals = pair.indexOf('=');
      // Not named in a problem: what stands there may be a person's. An empty name is refused.
      if (equals < 1) columns.put("attr.", "");
      else columns.put("attr." + pair.substring(0, equals), pair.substring(equals + 1));
    }
    return columns;
  }
}
