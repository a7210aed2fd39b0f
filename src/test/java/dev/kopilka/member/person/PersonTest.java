package dev.kopilka.member.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Trouble;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of a person: what they make of a text, and what they refuse. */
class PersonTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static String read(String column, String text) {
    return Person.UNKNOWN.with(column, text, TODAY).texts().get(column);
  }

  @ParameterizedTest
  @CsvSource({
    "name, '  Иван \u00A0  Петров\t', Иван Петров",
    "name, 'И\u0306озеф\n', Йозеф",
    "name, '   ', ''",
    "birth_date, ' 1985-03-08 ', 1985-03-08",
    "birth_date, 2026-11-22, 2026-11-22",
    "birth_date, 2000-02-29, 2000-02-29",
    "birth_date, '', ''",
    "gender, Ж, f",
    "gender, мужской, m",
    "gender, Female, f",
    "gender, '', ''",
    "city, ' Нижний  Новгород ', Нижний Новгород"
  })
  void hasFieldsOfOneNormalForm(String column, String written, String normal) {
    assertEquals(normal, read(column, written));
  }

  @ParameterizedTest
  @CsvSource({
    "name, 'Иван\u001B[31m', TEXT_MALFORMED",
    "name, 'Иван\nПетров', TEXT_MALFORMED",
    "name, 'Иван \uFFFDетров', TEXT_MALFORMED",
    "name, 'Иван \u202Eворте', TEXT_MALFORMED",
    "birth_date, 1985-02-30, BIRTH_DATE_MALFORMED",
    "birth_date, 08.03.1985, BIRTH_DATE_MALFORMED",
    "birth_date, 2026-11-23, BIRTH_DATE_UNLIKELY",
    "birth_date, 1899-12-30, BIRTH_DATE_UNLIKELY",
    "gender, кот, GENDER_UNKNOWN",
    "city, 'Пермь\u0007', TEXT_MALFORMED"
  })
  void refusesWhatIsNoSuchValue(String column, String written, String code) {
    var trouble = assertThrows(Trouble.BadInput.class, () -> read(column, written));
    assertEquals(code, trouble.problem().code());
    assertEquals(column, trouble.problem().details().get("field"));
  }

  @Test
  void boundsTheLengthOfANameByCharactersAsPeopleCountThem() {
    assertEquals(400, read("name", "𝒜".repeat(200)).length());
    assertThrows(Trouble.BadInput.class, () -> read("name", "я".repeat(201)));
  }

  @ParameterizedTest
  @CsvSource({
    "Иван Петров, иван, true",
    "Иван Петров, ПЕТР, true",
    "Иван Петров, иван п, true",
    "Иван Петров, етр, false",
    "Семёнова Алёна, семенова, true",
    "Семенова Алена, АЛЁ, true",
    "Straße, STRASSE, true"
  })
  void isFoundByTheBeginningOfAnyWord(String name, String beginning, boolean found) {
    assertEquals(found, PersonName.of(name).hasWordLike(beginning));
  }

  @Test
  void keepsACodeAsItIsWritten() {
    assertEquals("0012", Plain.code("member", " 0012 "));
    assertEquals("A  1", Plain.code("member", "A  1"));
    for (var bad : List.of("a\tb", "a\u0000", "x".repeat(65))) {
      var trouble = assertThrows(Trouble.BadInput.class, () -> Plain.code("member", bad));
      assertTrue(trouble.problem().details().containsKey("field"), bad);
    }
  }
}
