package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
  private static final Words ENGLISH = Words.in(Language.EN);
  private static final Words RUSSIAN = Words.in(Language.RU);

  @ParameterizedTest
  @CsvSource({
    "0,баллов",
    "1,балл",
    "2,балла",
    "4,балла",
    "5,баллов",
    "10,баллов",
    "11,баллов",
    "12,баллов",
    "14,баллов",
    "19,баллов",
    "20,баллов",
    "21,балл",
    "22,балла",
    "25,баллов",
    "100,баллов",
    "101,балл",
    "111,баллов",
    "112,баллов",
    "121,балл",
    "1000,баллов",
    "-1,балл",
    "-11,баллов",
    "-3,балла",
    "1.5,балла",
    "0.01,балла"
  })
  void russianNounsAgreeWithTheirNumber(String number, String form) {
    assertEquals(form, Plural.form(Language.RU, number, "балл|балла|баллов"));
  }

  @ParameterizedTest
  @CsvSource({
    "0,points",
    "1,point",
    "2,points",
    "11,points",
    "21,points",
    "-1,point",
    "1.5,points"
  })
  void englishNounsAgreeWithTheirNumber(String number, String form) {
    assertEquals(form, Plural.form(Language.EN, number, "point|points"));
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void everyRefusalSaysWhatIsWrongAndWhatToDo(Refusal refusal) {
    for (var words : List.of(ENGLISH, RUSSIAN)) {
      var problem = Problem.of(refusal.name());
      assertFalse(words.message(problem).equals(refusal.name()), () -> refusal + " has no message");
      assertFalse(words.hint(problem).isEmpty(), () -> refusal + " has no hint");
      // A refusal may come without details; its sentence must stand without them.
      assertFalse(words.message(problem).matches(".*[{}\\[\\]].*"), () -> words.message(problem));
    }
  }

  @Test
  void everyProblemHasAHint() {
    for (var words : List.of(ENGLISH, RUSSIAN)) {
      for (var code : words.problemCodes()) {
        assertFalse(words.hint(Problem.of(code)).isEmpty(), () -> code + " has no hint");
      }
    }
  }

  @Test
  void detailsFillTheMessage() {
    var problem = Problem.of("POINTS_INSUFFICIENT").with("available", 120L).with("asked", 200L);
    assertEquals("Not enough points: 120 available, 200 asked for.", ENGLISH.message(problem));
    assertEquals("Недостаточно баллов: доступно 120, запрошено 200.", RUSSIAN.message(problem));
  }

  @Test
  void aPartWhoseDetailIsAbsentIsLeftOut() {
    assertEquals("Not enough points.", ENGLISH.message(Problem.of("POINTS_INSUFFICIENT")));
    var half = Problem.of("TIER_TOO_LOW").with("reward", "mug").with("tier", "");
    assertEquals("The reward mug is for other tiers.", ENGLISH.message(half));
  }

  @Test
  void numbersBringTheirNouns() {
    var problem = Problem.of("SHARE_EXCEEDED").with("most", 21L).with("asked", new BigDecimal(30));
    assertEquals(
        "Баллами можно оплатить только часть чека: не больше 21 балл, запрошено 30.",
        RUSSIAN.message(problem));
  }

  @Test
  void theNearestWordGoesBeforeTheGeneralHint() {
    var problem = Problem.of("REWARD_NOT_FOUND").with("reward", "cofee").with("nearest", "coffee");
    assertEquals("Did you mean coffee?", ENGLISH.hint(problem));
    assertEquals(
        "The rewards are listed by `kopilka redeem catalog`.",
        ENGLISH.hint(Problem.of("REWARD_NOT_FOUND").with("nearest", "")));
  }

  @Test
  void anUnknownCodeIsItsOwnMessage() {
    assertEquals("NOBODY_WROTE_THIS", ENGLISH.message(Problem.of("NOBODY_WROTE_THIS")));
    assertEquals("", ENGLISH.hint(Problem.of("NOBODY_WROTE_THIS")));
  }

  @Test
  void aColumnIsNamedForPeople() {
    var russian = Words.in(Language.RU);
    assertEquals("Средний чек", russian.column("average_receipt"));
    assertEquals("Баланс: Доступно", russian.column("balance.available"));
    assertEquals("Месяц 12", russian.column("m12"));
    assertEquals("Доля в сегменте come_often", russian.column("share_come_often"));
    assertEquals("nobody said", russian.column("nobody_said"));
  }
}
