package dev.kopilka.app;

import dev.kopilka.command.Catalogue;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Line;
import dev.kopilka.command.Parser;
import dev.kopilka.command.Settings;
import dev.kopilka.command.Surroundings;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.help.HelpPage;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.BrokenPipe;
import dev.kopilka.screen.Screen;
import dev.kopilka.screen.Words;
import java.util.List;

/** One command line from its words to its exit code, without a process of its own. */
public final class Session {
  private final Line line;
  private final Desk.Setup setup;

  private Session(Line line, Desk.Setup setup) {
    this.line = line;
    this.setup = setup;
  }

  /** Runs a command line and tells how it ended. Whatever happens is told on stderr. */
  public static Exit run(Surroundings around, List<String> args) {
    var line = Line.of(args);
    var settings = new Settings(line, around);
    var words = Words.in(settings.language());
    var streams = new Screen.Streams(around.out(), around.err(), around.outIsTerminal());
    var screen = new Screen(streams, settings.style(), words);
    screen.answerFor(line.path());
    var session = new Session(line, new Desk.Setup(around, settings, screen, words));
    return session.answered();
  }

  /** The one place that turns what went wrong into an exit code. */
  private Exit answered() {
    var screen = setup.screen();
    try {
      var exit = answer();
      screen.flush();
      return exit;
    } catch (BrokenPipe readerHasSeenEnough) {
      return Exit.DONE;
    } catch (Trouble trouble) {
      tell(trouble);
      return trouble.exit();
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError bug) {
      screen.tell(BugFile.written(bug, line.path()));
      return Exit.BUG;
    }
  }

  private void tell(Trouble trouble) {
    var screen = setup.screen();
    try {
      // What was answered before the trouble belongs to the reader, and before the message.
      screen.flush();
    } catch (BrokenPipe | Trouble nobodyIsReading) {
      screen.tell(trouble);
      return;
    }
    screen.tell(trouble instanceof Trouble.Usage usage ? withCommand(usage) : trouble);
  }

  /** A hint may name the command whose help tells more, whoever found the fault. */
  private Trouble withCommand(Trouble.Usage usage) {
    var problem = usage.problem();
    if (problem.details().containsKey("command") || line.path().isEmpty()) return usage;
    return new Trouble.Usage(problem.with("command", line.path()));
  }

  private Exit answer() {
    setup.settings().check();
    var path = line.path();
    var words = setup.words();
    if (line.wantsVersion() && path.isEmpty()) return setup.screen().print(Version.line() + "\n");
    var command = Catalogue.command(path);
    if (command.isEmpty()) {
      var isPage = path.isEmpty() && line.rest().isEmpty() || Catalogue.isNoun(path);
      if (line.wantsHelp() && isPage || path.isEmpty() && isPage) {
        return setup.screen().print(HelpPage.of(path, words));
      }
      throw unknown(path);
    }
    if (line.wantsHelp()) return setup.screen().print(HelpPage.of(path, words));
    setup.screen().checkTarget();
    var given = Parser.parse(Syntax.of(path, command.get()), line.rest());
    try (var desk = new Desk(setup, given)) {
      return command.get().run(desk, given);
    }
  }

  private Trouble.Usage unknown(String path) {
    if (path.isEmpty()) {
      var found = line.rest().getFirst();
      return new Trouble.Usage(Problem.of("OPTION_UNKNOWN").with("found", found));
    }
    if (Catalogue.isNoun(path)) {
      var verbs = Catalogue.verbsOf(path);
      return new Trouble.Usage(
          Problem.of("COMMAND_INCOMPLETE").with("command", path).with("known", verbs));
    }
    var space = path.indexOf(' ');
    var known = space < 0 ? Catalogue.heads() : Catalogue.verbsOf(path.substring(0, space));
    var nearest = Nearest.to(path.substring(space + 1), known);
    if (space >= 0 && !nearest.isEmpty()) nearest = path.substring(0, space + 1) + nearest;
    return new Trouble.Usage(
        Problem.of("COMMAND_UNKNOWN")
            .with("command", path)
            .with("nearest", nearest)
            .with("known", known));
  }
}
