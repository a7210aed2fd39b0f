package dev.kopilka.segment.facts;

import dev.kopilka.member.person.Gender;
import dev.kopilka.program.segment.Condition;
import dev.kopilka.program.segment.Condition.Among;
import dev.kopilka.program.segment.Condition.Field;
import dev.kopilka.program.segment.Segment;
import java.util.TreeSet;

/**
 * Brings the words of conditions to the form in which members keep them: a programme may say {@code
 * female} where the registry says {@code f}.
 */
public final class Spelling {
  private Spelling() {}

  public static Segment normal(Segment segment) {
    var conditions = segment.when().stream().map(Spelling::normal).toList();
    return new Segment(segment.code(), segment.name(), conditions);
  }

  private static Condition normal(Condition condition) {
    if (!(condition instanceof Among among) || among.field() != Field.GENDER) return condition;
    var words = new TreeSet<String>();
    for (var word : among.words()) words.add(Gender.of(word).word());
    return new Among(Field.GENDER, "", words, among.except());
  }
}
