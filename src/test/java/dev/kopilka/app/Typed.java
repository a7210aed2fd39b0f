package dev.kopilka.app;

import dev.kopilka.command.Surroundings;
import dev.kopilka.home.Ledgers;
import dev.kopilka.model.value.Exit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a command line answered when it was typed, without a process of its own. */
public record Typed(Exit exit, String out, String err) {
  /** The moment at which every test takes place, unless KOPILKA_CLOCK says otherwise. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** A place to type at: environment variables, and what stdin holds. */
  public record Place(Map<String, String> environment, String in) {
    /** In English, with the ledger of that folder. */
    public static Place in(Path folder) {
      return new Place(
          Map.of("KOPILKA_DB", Ledgers.at(folder.resolve("kopilka.db")), "KOPILKA_ACTOR", "tester"),
          "");
    }

    public Place with(String variable, String value) {
      var more = new HashMap<>(environment);
      more.put(variable, value);
      return new Place(more, in);
    }

    public Place typing(String text) {
      return new Place(environment, text);
    }

    /** Runs one command line, given word by word. */
    public Typed run(String... words) {
      return run(new ByteArrayOutputStream(), false, words);
    }

    private Typed run(ByteArrayOutputStream out, boolean isTerminal, String... words) {
      var err = new ByteArrayOutputStream();
      var stdin = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
      var clock = Clock.fixed(NOW, ZoneOffset.UTC);
      var around = new Surroundings(environment, stdin, out, err, isTerminal, false, clock);
      var exit = Session.run(around, List.of(words));
      return new Typed(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What somebody sees on a terminal who types the line. */
    public String seen(String line) {
      return run(new ByteArrayOutputStream(), true, line.split(" +")).out;
    }

    /** What the line answers with, byte by byte: a workbook is no text. */
    public byte[] bytes(String line) {
      var out = new ByteArrayOutputStream();
      run(out, false, line.split(" +"));
      return out.toByteArray();
    }

    /** Runs one command line whose words have no spaces in them, without the word kopilka. */
    public Typed type(String line) {
      return run(line.split(" +"));
    }
  }

  /** A place without a ledger. */
  public static Place anywhere() {
    return new Place(Map.of(), "");
  }
}
