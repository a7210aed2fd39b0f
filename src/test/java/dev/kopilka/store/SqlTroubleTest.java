package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.kopilka.model.value.Trouble;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the states that servers tell. */
class SqlTroubleTest {
  private static RuntimeException of(String state) {
    return SqlTrouble.of(new SQLException("said", state));
  }

  @ParameterizedTest
  @CsvSource({
    "08006, DATABASE_AWAY",
    "57P01, DATABASE_AWAY",
    "57P02, DATABASE_AWAY",
    "57P03, DATABASE_AWAY",
    "57P05, DATABASE_AWAY",
    "25P03, DATABASE_AWAY",
    "40003, DATABASE_AWAY",
    "40001, DATABASE_CONFLICT",
    "40P01, DATABASE_CONFLICT",
    "55P03, DATABASE_CONFLICT",
    "57014, DATABASE_STOPPED",
    "25P04, DATABASE_STOPPED",
    "53000, DATABASE_CROWDED",
    "53200, DATABASE_CROWDED",
    "53300, DATABASE_CROWDED",
    "53100, DATABASE_FULL",
    "25006, DATABASE_READ_ONLY",
    "28P01, DATABASE_LOGIN"
  })
  void isNotOurMistake(String state, String code) {
    var trouble = assertInstanceOf(Trouble.Storage.class, of(state));
    assertEquals(code, trouble.problem().code());
  }

  @Test
  void aStatementThatIsWrongIs() {
    assertInstanceOf(IllegalStateException.class, of("42601"));
    assertInstanceOf(IllegalStateException.class, of("22023"));
  }
}
