package dev.kopilka.store.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.value.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the password of a server comes from, in this order. */
class PasswordTest {
  @TempDir Path folder;

  private static Optional<String> found(Map<String, String> options, Map<String, String> variables) {
    return new Password(name -> options.getOrDefault(name, ""), name -> variables.getOrDefault(name, ""))
        .login()
        .password()
        .get();
  }

  private Path file(String text, String rights) throws IOException {
    var file = Files.writeString(folder.resolve("password"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  @Test
  void theFileComesFirstThenTheCommandThenTheEnvironment() throws IOException {
    var file = file("of file\nmore", "rw-------").toString();
    var command = "printf 'of command\\nmore'";
    var variables = Map.of("KOPILKA_PASSWORD", "of variable", "PGPASSWORD", "of libpq");
    var both = Map.of("--password-file", file, "--password-command", command);
    assertEquals(Optional.of("of file"), found(both, variables));
    assertEquals(Optional.of("of command"), found(Map.of("--password-command", command), variables));
    assertEquals(Optional.of("of variable"), found(Map.of(), variables));
    assertEquals(Optional.of("of libpq"), found(Map.of(), Map.of("PGPASSWORD", "of libpq")));
    assertEquals(Optional.empty(), found(Map.of(), Map.of()));
  }

  @Test
  void aFileThatOthersReadIsNotTaken() throws IOException {
    for (var rights : new String[] {"rw-r-----", "rw----r--"}) {
      var file = file("geheim", rights).toString();
      assertTold("PASSWORD_FILE_OPEN", Map.of("--password-file", file));
    }
  }

  /** The driver would read it all the same. */
  @Test
  void neitherIsThatOfLibpq() throws IOException {
    var file = file("localhost:*:*:*:geheim", "rw-r--r--").toString();
    var variables = Map.of("PGPASSFILE", file);
    var trouble = assertThrows(Trouble.Storage.class, () -> found(Map.of(), variables));
    assertEquals("PASSWORD_FILE_OPEN", trouble.problem().code());
    var elsewhere = Password.of("", name -> variables.getOrDefault(name, ""));
    assertThrows(Trouble.Storage.class, () -> elsewhere.password().get());
    var none = Map.of("PGPASSFILE", folder.resolve("none").toString());
    assertEquals(Optional.empty(), found(Map.of(), none));
  }

  @Test
  void whatTellsNothingIsSaid() {
    assertTold("PASSWORD_FILE", Map.of("--password-file", folder.resolve("none").toString()));
    assertTold("PASSWORD_COMMAND", Map.of("--password-command", "echo geheim; exit 3"));
  }

  private static void assertTold(String code, Map<String, String> options) {
    var trouble = assertThrows(Trouble.Storage.class, () -> found(options, Map.of()));
    assertEquals(code, trouble.problem().code());
    assertFalse(trouble.getMessage().contains("geheim"), trouble.getMessage());
  }
}
