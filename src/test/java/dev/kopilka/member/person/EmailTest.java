package dev.kopilka.member.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.value.Trouble;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mail addresses as people write them, each beside its one normal form. */
class EmailTest {
  @ParameterizedTest
  @CsvSource({
    "ivan@mail.ru, ivan@mail.ru",
    "' Ivan.Petrov@Mail.RU ', ivan.petrov@mail.ru",
    "ivan+club@mail.ru, ivan+club@mail.ru",
    "o''neil_x@sub.mail.co.uk, o''neil_x@sub.mail.co.uk",
    "иван@почта.рф, иван@почта.рф",
    "ИВАН@Почта.РФ, иван@почта.рф",
    "info@xn--80a1acny.xn--p1ai, info@почта.рф",
    "и\u0306ога@mail.ru, йога@mail.ru",
    "'', ''",
    "'  ', ''"
  })
  void hasOneNormalForm(String written, String normal) {
    assertEquals(normal, Email.of(written).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ivan",
        "@mail.ru",
        "ivan@",
        "ivan@mail",
        "ivan@.ru",
        "ivan@mail..ru",
        "ivan@mail.ru.",
        "ivan petrov@mail.ru",
        "ivan@petrov@mail.ru",
        "ivan.@mail.ru",
        ".ivan@mail.ru",
        "ivan..p@mail.ru",
        "ivan@-mail.ru",
        "ivan@mail_x.ru",
        "<ivan@mail.ru>",
        "ivan@mail.ru, petr@mail.ru",
        "\"ivan\"@mail.ru",
        "ivan\u0000@mail.ru",
        "ivan@mail.ru\u202Efdp"
      })
  void isRefusedWithoutBeingNamed(String written) {
    var trouble = assertThrows(Trouble.BadInput.class, () -> Email.of(written));
    assertEquals("EMAIL_MALFORMED", trouble.problem().code());
    assertFalse(trouble.getMessage().contains(written));
  }

  @Test
  void isTheSameUnderATurkishLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertEquals("ivan@mail.ru", Email.of("IVAN@MAIL.RU").text());
    } finally {
      Locale.setDefault(before);
    }
  }
}
