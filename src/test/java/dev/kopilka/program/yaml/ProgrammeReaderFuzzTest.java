package dev.kopilka.program.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kopilka.model.value.Trouble.BadInput;
import org.junit.jupiter.api.Test;

/** Whatever bytes a programme file holds, it is read or refused at a place. */
class ProgrammeReaderFuzzTest {
  /** The first finding of the fuzzer: the scanner gave up without telling where. */
  @Test
  void aWordAfterAListThatIsClosedInTheNextLine() {
    var text = "program:\n  kind: [bonus\n ]s currency: RUB\n";
    var refused = assertThrows(BadInput.class, () -> ProgrammeReader.read("p.yaml", text));
    var finding = refused.findings().getLast();
    assertEquals("YAML_SYNTAX", finding.problem().code());
    assertEquals(3, finding.place().line());
  }

  /** The second: where the scanner's buffer ended between the halves of a character, it read on. */
  @Test
  void aPictureAnywhereInTheFile() {
    var legal = MalformedTest.resource("legal.yaml");
    var plain = ProgrammeReader.read("p.yaml", legal);
    for (var length = 0; length < 3_000; length++) {
      var text = "# " + "x".repeat(length) + "\uD83D\uDE00\n" + legal;
      assertEquals(plain, ProgrammeReader.read("p.yaml", text), "after " + length + " letters");
    }
  }

  @FuzzTest(maxDuration = "2m")
  void anyFile(byte[] bytes) {
    try {
      ProgrammeReader.read("p.yaml", bytes);
    } catch (BadInput refused) {
      assertFalse(refused.findings().isEmpty());
      for (var finding : refused.findings()) {
        var place = finding.place();
        var isNowhere = place.line() == 0 && place.column() == 0;
        assertTrue(isNowhere || place.line() >= 1 && place.column() >= 1, place.toString());
      }
    }
  }
}
