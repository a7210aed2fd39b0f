package dev.kopilka.segment.facts;

import dev.kopilka.program.segment.Condition;
import dev.kopilka.program.segment.Condition.Among;
import dev.kopilka.program.segment.Condition.Between;
import dev.kopilka.program.segment.Condition.Counted;
import dev.kopilka.program.segment.Condition.Field;
import dev.kopilka.program.segment.Segment;

/**
 * Whether a member belongs to a segment: all conditions hold, and the member still takes part, unless
 * a condition is about the status itself. Nobody means those who left when they say everybody.
 */
public final class Matching {
  private Matching() {}

  public static boolean belongs(MemberFacts member, Segment segment) {
    if (!segment.asks(Field.STATUS) && !member.takesPart()) return false;
    for (var condition : segment.when()) if (!holds(condition, member)) return false;
    return true;
  }

  private static boolean holds(Condition condition, MemberFacts member) {
    return switch (condition) {
      case Among among -> {
        var word = member.word(among.field(), among.name());
        yield among.words().contains(word) != among.except();
      }
      case Between between -> {
        var number = member.number(between.field(), between.survey());
        yield number.isPresent()
            && number.getAsLong() >= between.least()
            && number.getAsLong() <= between.most();
      }
      case Counted counted -> {
        var times = member.times(counted);
        yield times >= counted.least() && times <= counted.most();
      }
    };
  }
}
