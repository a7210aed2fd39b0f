package dev.kopilka.member.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.value.Trouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones as people write them, each beside its one normal form. */
class PhoneTest {
  @ParameterizedTest
  @CsvSource({
    "8 (912) 345-67-89, +79123456789",
    "9123456789, +79123456789",
    "+7 912 345 67 89, +79123456789",
    "89123456789, +79123456789",
    "7 912 345-67-89, +79123456789",
    "' 8\u00A0(912)\u00A0345\u201367\u201389 ', +79123456789",
    "8(800)555-35-35, +78005553535",
    "8.495.123.45.67, +74951234567",
    "+7 701 234 56 78, +77012345678",
    "+375 29 123-45-67, +375291234567",
    "+49 (0) 30 1234567, +49301234567",
    "00 49 30 1234567, +49301234567",
    "8 10 49 30 1234567, +49301234567",
    "810 1 202 555 0123, +12025550123",
    "+7 (912) 345 67 89, +79123456789",
    "007 912 345 67 89, +79123456789",
    "'', ''",
    "'   ', ''"
  })
  void hasOneNormalForm(String written, String normal) {
    assertEquals(normal, Phone.of(written).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "912345678",
        "8 912 345 67 8",
        "8 912 345 67 890",
        "+7 912 345 67 8",
        "+7 111 111 11 11",
        "0123456789",
        "99123456789",
        "+89123456789",
        "+999 12 345 67 89",
        "+49 3",
        "12025550123",
        "8 912 345 67 89 доб. 5",
        "+7 912 345 67 89;+7 912 345 67 80",
        "8-912-FLOWERS",
        "7,9123E+10",
        "7+9123456789",
        "٨٩١٢٣٤٥٦٧٨٩",
        "８９１２３４５６７８９",
        "+",
        "---",
        "+7 912 345 67 89 00000000000000000000000000000000000000"
      })
  void isRefusedWithoutBeingNamed(String written) {
    var trouble = assertThrows(Trouble.BadInput.class, () -> Phone.of(written));
    assertEquals("PHONE_MALFORMED", trouble.problem().code());
    assertFalse(trouble.getMessage().contains(written));
  }
}
