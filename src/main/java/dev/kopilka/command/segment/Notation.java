package dev.kopilka.command.segment;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.program.Programme;
import dev.kopilka.program.segment.Condition;
import dev.kopilka.program.segment.Condition.Among;
import dev.kopilka.program.segment.Condition.Between;
import dev.kopilka.program.segment.Condition.Counted;
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

  /** {@code [recency_days=90..365, frequency=3.., tier!=silver, bought(coffee P90D)=2..]}. */
  List<String> of(Segment segment) {
    var conditions = new ArrayList<String>();
    for (var condition : segment.when()) conditions.add(of(condition));
    return conditions;
  }

  private String of(Condition condition) {
    var field = condition.field().name().toLowerCase(Locale.ROOT);
    return switch (condition) {
      case Among among -> {
        var name = among.name().isEmpty() ? field : field + "." + among.name();
        yield name + (among.except() ? "!=" : "=") + String.join("|", among.words());
      }
      case Between between -> {
        var name = between.survey().isEmpty() ? field : "survey." + between.survey();
        var least = end(between, between.least());
        var most = end(between, between.most());
        yield name + "=" + (between.least() == between.most() ? least : least + ".." + most);
      }
      case Counted counted -> counted.name() + "=" + ends(counted);
    };
  }

  private static String ends(Counted counted) {
    if (counted.least() == counted.most()) return Long.toString(counted.least());
    return counted.least() + ".." + (counted.most() == Long.MAX_VALUE ? "" : counted.most());
  }

  private String end(Between between, long number) {
    if (number == Long.MIN_VALUE || number == Long.MAX_VALUE) return "";
    return switch (between.field().kind()) {
      case MONEY -> Decimals.text(number, programme.currencyScale());
      case POINTS -> Decimals.text(number, programme.points().scale());
      // A bound is a whole score.
      case SCORE -> Long.toString(number / Condition.SCORE_UNITS);
      case COUNT, WORD -> Long.toString(number);
    };
  }
}
