package dev.kopilka.model.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''        | ''        | ''",
        "''        | email     | email",
        "email     | email     | ''",
        "email,sms | sms,email | ''",
        "email,sms | push,call | call,push",
        "emails    | email     | email"
      })
  void knowsWhichConsentsAreMissing(String given, String wanted, String missing) {
    var member = new Member(1, "M", MemberStatus.ACTIVE, 0, "", "", "", given, "");
    var asked = wanted.isEmpty() ? List.<String>of() : List.of(wanted.split(","));
    assertEquals(missing, String.join(",", member.missing(asked)));
  }
}
