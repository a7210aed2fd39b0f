package dev.kopilka.program.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Trouble.BadInput;
import dev.kopilka.model.value.Trouble.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each malformed programme of {@code malformed.txt}: its code, its line, its column. */
class MalformedTest {

  @Test
  void theLegalTwinPassesTheCheck() {
    assertEquals("energy", ProgrammeReader.read("legal.yaml", resource("legal.yaml")).code());
  }

  @TestFactory
  Stream<DynamicTest> isRefusedWhereItIsWrong() {
    return Marked.all().stream()
        .map(wrong -> DynamicTest.dynamicTest(wrong.title(), () -> check(wrong)));
  }

  private static void check(Marked wrong) {
    var trouble = refused(wrong.text());
    assertEquals("p.yaml:" + wrong.place() + " " + wrong.code(), shown(trouble.findings()));
    if (!wrong.details().isEmpty()) checkDetails(trouble.findings().getFirst(), wrong.details());
  }

  private static BadInput refused(String text) {
    return assertThrows(BadInput.class, () -> ProgrammeReader.read("p.yaml", text));
  }

  private static String shown(List<Finding> findings) {
    return String.join(
        "; ", findings.stream().map(f -> f.place() + " " + f.problem().code()).toList());
  }

  private static void checkDetails(Finding finding, String details) {
    for (var detail : details.split(" (?=[a-z_]+=)")) {
      var pair = detail.split("=", 2);
      var found = String.valueOf(finding.problem().details().get(pair[0]));
      assertTrue(List.of(pair[1].split("\\|")).contains(found), detail + " but " + found);
    }
  }

  static String resource(String name) {
    try (var stream = MalformedTest.class.getResourceAsStream("/dev/kopilka/program/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
