package dev.kopilka.segment.outreach;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.program.Programme;
import dev.kopilka.program.segment.Condition;
import dev.kopilka.program.segment.Condition.Among;
import dev.kopilka.program.segment.Condition.Between;
import dev.kopilka.program.segment.Condition.Counted;
import dev.kopilka.program.segment.Condition.Field;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.segment.facts.MemberFacts;
import java.util.Locale;
import java.util.StringJoiner;

/** Why a member is spoken to: the segment, and what of the member made its conditions hold. */
final class Reason {
  private Reason() {}

  /** {@code sleeping: recency_days=143, frequency=4}; what is personal is left out. */
  static String of(Segment segment, MemberFacts member, Programme programme) {
    var facts = new StringJoiner(", ", segment.code() + ": ", "").setEmptyValue(segment.code());
    for (var condition : segment.when()) {
      if (!isPersonal(condition.field())) facts.add(fact(condition, member, programme));
    }
    return facts.toString();
  }

  private static boolean isPersonal(Field field) {
    return switch (field) {
      case AGE, GENDER, CITY, ATTR, ANSWER -> true;
      default -> false;
    };
  }

  private static String fact(Condition condition, MemberFacts member, Programme programme) {
    var field = condition.field().name().toLowerCase(Locale.ROOT);
    return switch (condition) {
      case Among among -> field + "=" + member.word(among.field(), among.name());
      case Between between -> {
        var number = member.number(between.field(), between.survey()).orElseThrow();
        var name = between.survey().isEmpty() ? field : "survey." + between.survey();
        yield name + "=" + Decimals.text(number, scale(between.field(), programme));
      }
      case Counted counted -> counted.name() + "=" + member.times(counted);
    };
  }

  private static int scale(Field field, Programme programme) {
    return switch (field.kind()) {
      case MONEY -> programme.currencyScale();
      case POINTS -> programme.points().scale();
      case SCORE -> Condition.SCORE_SCALE;
      case COUNT, WORD -> 0;
    };
  }
}
