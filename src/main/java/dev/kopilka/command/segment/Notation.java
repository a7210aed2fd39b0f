package dev.kopilka.command.segment;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.program.Programme;
import dev.kopilka.program.segment.Condition;
import dev.kopilka.program.segment.Condition.Among;
import dev.kopilka.program.segment.Condition.Between;
import dev.kopilka.program.segment.Condition.Kind;
import dev.kopilka.program.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes conditions as short as they are meant, the same in every language. */
final class Notation {
  private final Programme programme;

  Notation(Programme programme) {
    this.programme = programme;
  }

  /** {@code [recency_days=90..365, frequency=3.., tier!=silver]}. */
  List<String> of(Segment segment) {
    var conditions = new ArrayList<String>();
    for (var condition : segment.when()) conditions.add(of(condition));
    return conditions;
  }

  private String of(Condition condition) {
    var field = condition.field().name().toLowerCase(Locale.ROOT);
    return switch (condition) {
      case Among among -> {
        var name = among.attribute().isEmpty() ? field : "attr." + among.attribute();
        yield name + (among.except() ? "!=" : "=") + String.join("|", among.words());
      }
      case Between between when between.least() == between.most() ->
          field + "=" + end(between, between.least());
      case Between between ->
          field + "=" + end(between, between.least()) + ".." + end(between, between.most());
    };
  }

  private String end(Between between, long number) {
    if (number == Long.MIN_VALUE || number == Long.MAX_VALUE) return "";
    var kind = between.field().kind();
    var scale =
        kind == Kind.MONEY
            ? programme.currencyScale()
            : kind == Kind.POINTS ? programme.points().scale() : 0;
    return Decimals.text(number, scale);
  }
}
