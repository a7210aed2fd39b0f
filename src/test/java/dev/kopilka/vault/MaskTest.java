package dev.kopilka.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left to see of a personal text. */
class MaskTest {
  @ParameterizedTest
  @CsvSource({
    "Иван Петров, И*** П***",
    "Ян, Я***",
    "Анна-Мария де ла Крус, А*** д*** л*** К***",
    "𝒜lice, 𝒜***",
    "'', ''"
  })
  void keepsTheFirstLetterOfEachWordOfAName(String name, String shown) {
    assertEquals(shown, Mask.name(name));
  }

  @ParameterizedTest
  @CsvSource({"+79123456789, +7***89", "+375291234567, +3***67", "'', ''", "+7912, ***"})
  void keepsTheEndsOfAPhoneAndNotItsLength(String phone, String shown) {
    assertEquals(shown, Mask.phone(phone));
  }

  @ParameterizedTest
  @CsvSource({
    "ivan@mail.ru, i***@mail.ru",
    "i@mail.ru, i***@mail.ru",
    "'', ''",
    "no-address, ***",
    "@mail.ru, ***"
  })
  void keepsTheFirstLetterAndTheDomainOfAnEmail(String email, String shown) {
    assertEquals(shown, Mask.email(email));
  }

  @ParameterizedTest
  @CsvSource({"1985-03-08, 1985-**-**", "'', ''", "85, ***"})
  void keepsTheYearOfABirthDate(String date, String shown) {
    assertEquals(shown, Mask.birthDate(date));
  }
}
