package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTest {
  private static Given given(String text) {
    return new Given(Map.of("--x", List.of(text)));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "12,1200", "12.3,1230", "-0.01,-1", "+5,500", "12.340,1234"})
  void moneyIsWholeMinorUnits(String text, long units) {
    assertEquals(units, given(text).money("--x", 2));
  }

  @ParameterizedTest
  @CsvSource({
    "'',NOT_MONEY",
    "abc,NOT_MONEY",
    "'1,50',NOT_MONEY",
    "1e3,NOT_MONEY",
    "'1 000',NOT_MONEY",
    "₽5,NOT_MONEY",
    "٥,NOT_MONEY",
    "0.001,TOO_FINE",
    "99999999999999999999,TOO_FINE"
  })
  void whatIsNoMoneyIsBadInput(String text, String code) {
    var trouble = assertThrows(Trouble.BadInput.class, () -> given(text).money("--x", 2));
    assertEquals("ARGUMENT_" + code, trouble.problem().code());
    assertEquals(Exit.BAD_INPUT, trouble.exit());
  }

  /** Under "revert" stands what undoes an import, under ".in" the other side of a transfer. */
  @ParameterizedTest
  @CsvSource({"revert", "till.in", ".in"})
  void nobodyNumbersAsTheLedgerDoes(String source) {
    var given = new Given(Map.of("--source", List.of(source)));
    var trouble = assertThrows(Trouble.BadInput.class, () -> given.sourceOr("purchases"));
    assertEquals("SOURCE_RESERVED", trouble.problem().code());
    assertEquals("till", new Given(Map.of("--source", List.of("till"))).sourceOr(""));
    assertEquals("purchases", new Given(Map.of()).sourceOr("purchases"));
  }

  @Test
  void whatWasNotTypedIsOtherwise() {
    var nothing = new Given(Map.of());
    assertEquals("", nothing.text("--x"));
    assertEquals("a", nothing.textOr("--x", "a"));
    assertEquals(7, nothing.moneyOr("--x", 2, 7));
    assertEquals(8, nothing.wholeNumberOr("--x", 8));
    assertEquals(List.of(), nothing.list("--x"));
    assertFalse(nothing.flag("--x"));
  }

  @ParameterizedTest
  @CsvSource({"1.5", "abc", "9223372036854775808", "''"})
  void whatIsNoWholeNumberIsBadInput(String text) {
    assertThrows(Trouble.BadInput.class, () -> given(text).wholeNumber("--x"));
  }

  @Test
  void aFileMustBeThere(@TempDir Path folder) throws Exception {
    var there = Files.createFile(folder.resolve("a.csv"));
    assertEquals(there, given(there.toString()).file("--x"));
    var trouble = assertThrows(Trouble.BadInput.class, () -> given(folder + "/b.csv").file("--x"));
    assertEquals("FILE_NOT_FOUND", trouble.problem().code());
    assertTrue(
        assertThrows(Trouble.BadInput.class, () -> given(folder.toString()).file("--x"))
            .problem()
            .code()
            .equals("FILE_IS_FOLDER"));
  }
}
