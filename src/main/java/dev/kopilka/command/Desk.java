package dev.kopilka.command;

import dev.kopilka.model.value.Ids;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.Screen;
import dev.kopilka.screen.Words;
import dev.kopilka.store.Database;
import dev.kopilka.store.server.Login;
import dev.kopilka.store.server.Password;
import dev.kopilka.vault.Vault;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What a command works with: the clock, the screen, who is working, and the ledger, which is opened
 * when it is first asked for. One desk serves one command.
 */
public final class Desk implements AutoCloseable {
  private final Surroundings around;
  private final Settings settings;
  private final Screen screen;
  private final Words words;
  private final Given given;
  private Optional<Database> database = Optional.empty();

  /** What a desk is set up with. */
  public record Setup(Surroundings around, Settings settings, Screen screen, Words words) {}

  public Desk(Setup setup, Given given) {
    this.around = setup.around();
    this.settings = setup.settings();
    this.screen = setup.screen();
    this.words = setup.words();
    this.given = given;
  }

  public Screen screen() {
    return screen;
  }

  public Words words() {
    return words;
  }

  /** The machine's clock, or the moment that KOPILKA_CLOCK fixes. */
  public Clock clock() {
    var fixed = around.variable("KOPILKA_CLOCK");
    if (fixed.isEmpty()) return around.clock();
    var problem =
        Problem.of("ARGUMENT_NOT_MOMENT").with("option", "KOPILKA_CLOCK").with("found", fixed);
    return Clock.fixed(
        Moments.moment(fixed, ZoneOffset.UTC).orElseThrow(() -> new Trouble.BadInput(problem)),
        ZoneOffset.UTC);
  }

  /** Now, cut to milliseconds, as everything that the ledger keeps. */
  public Instant now() {
    return Instant.ofEpochMilli(clock().millis());
  }

  /** Ids for what was recorded without one. */
  public Ids ids() {
    return new Ids(clock(), new SecureRandom());
  }

  /** Who is working: {@code --actor}, or the name of the user at the machine. */
  public String actor() {
    return settings.textOr("--actor", System.getProperty("user.name", "unknown"));
  }

  /** Where the ledger is: a file or a JDBC URL. */
  public String location() {
    return settings.textOr("--db", "kopilka.db");
  }

  /** The ledger's database, opened at the first call and closed with the desk. */
  public Database database() {
    if (database.isEmpty()) database = Optional.of(Database.open(location(), login()));
    return database.get();
  }

  /** What opens a ledger on a server. */
  public Login login() {
    return new Password(settings::text, around::variable).login();
  }

  /** What opens a server that is not the ledger's; the file may be "". */
  public Login loginElsewhere(String passwordFile) {
    return Password.of(passwordFile, around::variable);
  }

  /** What seals and opens personal columns. */
  public Vault vault() {
    return Vault.open();
  }

  /** The key file that was named, or an empty path. */
  public Path keyFile() {
    return Path.of(settings.text("--key-file"));
  }

  /** Whether everything is to be done but the writing. */
  public boolean dryRun() {
    return given.flag("--dry-run");
  }

  public boolean verbose() {
    return settings.flag("--verbose");
  }

  /** stdin. */
  public InputStream in() {
    return around.in();
  }

  /**
   * Says this on stderr if the run is interrupted before the answer is closed: how to go on. SIGINT
   * and SIGTERM end the process by themselves with 130 and 143.
   */
  public Interrupted ifInterrupted(String key, Map<String, ?> details) {
    return new Interrupted(new Thread(() -> screen.say(key, details)));
  }

  /** Until it is closed, a word to say should the run be interrupted. */
  public static final class Interrupted implements AutoCloseable {
    private final Thread last;

    private Interrupted(Thread last) {
      this.last = last;
      Runtime.getRuntime().addShutdownHook(last);
    }

    @Override
    public void close() {
      try {
        Runtime.getRuntime().removeShutdownHook(last);
      } catch (IllegalStateException alreadyGoingDown) {
        return;
      }
    }
  }

  @Override
  public void close() {
    if (database.isPresent()) database.get().close();
  }
}
