package dev.kopilka.store.report;

import dev.kopilka.store.Unit;
import java.util.regex.Pattern;

/**
 * Joins the purchases that returns are of to a question: <code>{purchase p of r}</code> behind the
 * returns {@code r}. A return names its purchase by id, after the source if that is not the usual one.
 */
final class Returned {
  private static final Pattern HERE = Pattern.compile("\\{purchase ([a-z]+) of ([a-z]+)}");

  private static final String JOIN =
      """
      left join event $1 on $1.member = $2.member and $1.kind = 1
        and (($1.source = 'purchases' and $2.reference = $1.id)
          or ($1.source <> 'purchases'
            and substr($2.reference, 1, length($1.source)) = $1.source
            and substr($2.reference, length($1.source) + 2) = $1.id))\
      """;

  /** The same by numbers, for who may not read ids (roles.sql). */
  private static final String VEILED =
      """
      left join event_returned of_$2 on of_$2.member = $2.member and of_$2.number = $2.number
      left join event $1 on $1.member = of_$2.member and $1.number = of_$2.purchase\
      """;

  private Returned() {}

  /** The question as the user of this unit may ask it. */
  static String joined(Unit unit, String sql) {
    var here = HERE.matcher(sql);
    return here.find() ? here.replaceAll(unit.mayRead("event") ? JOIN : VEILED) : sql;
  }
}
