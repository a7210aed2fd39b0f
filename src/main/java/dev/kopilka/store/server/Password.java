package dev.kopilka.store.server;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where the password of a server comes from: a file, a command or the environment. Never from the
 * command line, which everybody on the machine can read.
 *
 * @param option what an option of that name was given, "" for nothing
 * @param variable the same of a variable
 */
public record Password(UnaryOperator<String> option, UnaryOperator<String> variable) {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
  private static final String LIBPQ = "PGPASSFILE";
  private static final List<String> VARIABLES = List.of("KOPILKA_PASSWORD", "PGPASSWORD");

  public Login login() {
    return new Login(this::find);
  }

  /**
   * For a server that is not the ledger's, which must not be offered the ledger's password.
   *
   * @param file whose first line is the password, "" to leave it to the driver
   */
  public static Login of(String file, UnaryOperator<String> variable) {
    return new Password(
            name -> name.equals("--password-file") ? file : "",
            name -> name.equals(LIBPQ) ? variable.apply(name) : "")
        .login();
  }

  private Optional<String> find() {
    var file = option.apply("--password-file");
    if (!file.isEmpty()) return Optional.of(firstLine(read(Path.of(file))));
    var command = option.apply("--password-command");
    if (!command.isEmpty()) return Optional.of(firstLine(answer(command)));
    for (var name : VARIABLES) {
      var value = variable.apply(name);
      if (!value.isEmpty()) return Optional.of(value);
    }
    checkKept(variable.apply(LIBPQ));
    return Optional.empty();
  }

  /** The driver reads the file itself, but does not mind who else can. */
  private static void checkKept(String passwords) {
    if (!passwords.isEmpty() && Files.isRegularFile(Path.of(passwords))) read(Path.of(passwords));
  }

  private static String read(Path file) {
    try {
      if (isOpen(file)) throw trouble("PASSWORD_FILE_OPEN", file.toString());
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw trouble("PASSWORD_FILE", file.toString());
    }
  }

  private static boolean isOpen(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException noSuchModesHere) {
      return false;
    }
  }

  /** What the command prints; its errors go where ours go. */
  private static String answer(String command) {
    try {
      var process =
          new ProcessBuilder("sh", "-c", command)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) return answer;
      throw noAnswer(Problem.of("PASSWORD_COMMAND").with("exit", process.exitValue()));
    } catch (IOException notStarted) {
      throw noAnswer(Problem.of("PASSWORD_COMMAND"));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw noAnswer(Problem.of("PASSWORD_COMMAND"));
    }
  }

  /** The command itself is not repeated: a password may stand in it. */
  private static Trouble noAnswer(Problem problem) {
    return new Trouble.Storage(problem, null);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static Trouble trouble(String code, String source) {
    return new Trouble.Storage(Problem.of(code).with("source", source), null);
  }
}
