package dev.kopilka.screen;

import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.format.Escape;
import dev.kopilka.screen.format.Grid;
import dev.kopilka.screen.format.Json;
import dev.kopilka.screen.format.Rows;
import dev.kopilka.screen.format.Target;
import dev.kopilka.screen.format.Width;
import dev.kopilka.screen.paper.Heading;
import dev.kopilka.screen.paper.Paper;
import dev.kopilka.screen.paper.Part;
import dev.kopilka.screen.picture.Drawn;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.screen.progress.Progress;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What the user sees: answers on stdout in the chosen format, talk and troubles on stderr. Nothing
 * else writes to either.
 */
public final class Screen {
  private final Out out;
  private final Talk talk;
  private final Style style;
  private final boolean isTerminal;
  private final Words words;
  private final List<String> said = new ArrayList<>();
  private String path = "";
  private ZoneId zone = ZoneOffset.UTC;

  /** The two streams of a run, and whether data go to a terminal. */
  public record Streams(OutputStream out, OutputStream err, boolean isTerminal) {}

  public Screen(Streams streams, Style style, Words words) {
    this.out = new Out(streams.out());
    this.talk = new Talk(streams.err(), style, words);
    this.style = style;
    this.isTerminal = streams.isTerminal();
    this.words = words;
  }

  /** From here on answers are those of the command with these words. */
  public void answerFor(String command) {
    path = command;
  }

  /**
   * Refuses to send a file of its own to a terminal, where it would be noise; a command asks before
   * it is run.
   */
  public void checkTarget() {
    if (!isTerminal || !style.format().isFile()) return;
    throw new Trouble.Usage(Problem.of("OUTPUT_IS_TERMINAL").with("format", style.format().word()));
  }

  /** From here on instants are shown as local time of this zone, with the offset. */
  public void showTimesIn(ZoneId local) {
    zone = local;
  }

  public Style style() {
    return style;
  }

  /** Shows rows. Returns DONE, so that a command can end with it. */
  public <T> Exit show(Sheet<T> sheet) {
    var columns = chosen(sheet);
    if (style.format().isFile()) {
      var paper = paper();
      fill(sheet, columns, paper.table(new Part("", sheet.picture())));
      paper.end();
    } else {
      fill(sheet, columns, drawn(sheet.picture()));
    }
    return Exit.DONE;
  }

  private <T> void fill(Sheet<T> sheet, List<Sheet.Column<T>> columns, Rows rows) {
    var names = new ArrayList<String>(columns.size());
    for (var column : columns) names.add(column.name());
    rows.begin(names);
    Iterator<? extends T> source = sheet.rows();
    try {
      while (source.hasNext()) {
        var row = source.next();
        var values = new Object[columns.size()];
        for (var i = 0; i < values.length; i++) {
          values[i] = Cell.shown(columns.get(i).value().apply(row), style);
        }
        rows.row(values);
      }
    } finally {
      close(source);
    }
    rows.end();
  }

  private static void close(Iterator<?> source) {
    if (!(source instanceof AutoCloseable open)) return;
    try {
      open.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> List<Sheet.Column<T>> chosen(Sheet<T> sheet) {
    var shown = new ArrayList<Sheet.Column<T>>();
    for (var column : sheet.columns()) {
      if (!column.nested() || style.format().isJson()) shown.add(column);
    }
    if (style.columns().isEmpty()) return shown;
    var names = new ArrayList<String>();
    for (var column : shown) names.add(column.name());
    var chosen = new ArrayList<Sheet.Column<T>>();
    for (var name : style.columns()) chosen.add(shown.get(known(name, names)));
    return chosen;
  }

  /** Shows one object. Returns DONE, so that a command can end with it. */
  public Exit show(Card card) {
    var chosen = card;
    if (!style.columns().isEmpty()) {
      chosen = checked(card).only(style.columns());
    }
    switch (style.format()) {
      case JSON, JSONL -> Json.object(chosen, target());
      case CSV, TSV -> oneRow(chosen.flat());
      case TABLE, MD -> labelled(chosen);
      case HTML, XLSX -> onPaper(chosen);
    }
    return Exit.DONE;
  }

  /**
   * The card, if it has what {@code --columns} asks for. A command that writes asks before it is
   * done, so that a slip of the tongue writes nothing.
   */
  public Card checked(Card card) {
    for (var name : style.columns()) known(name, card.names());
    return card;
  }

  /** As above, for rows. */
  public <T> Sheet<T> checked(Sheet<T> sheet) {
    chosen(sheet);
    return sheet;
  }

  private void oneRow(Map<String, Object> flat) {
    var rows = Rows.in(style.format(), target());
    rows.begin(List.copyOf(flat.keySet()));
    rows.row(flat.values().toArray());
    rows.end();
  }

  /** A label and a value a line, then each list of cards as a table of its own. */
  private void labelled(Card card) {
    var flat = card.flat();
    if (style.format() == Format.MD) {
      var rows = Rows.in(style.format(), target());
      rows.begin(List.of("field", "value"));
      for (var field : flat.entrySet()) rows.row(new Object[] {field.getKey(), field.getValue()});
      rows.end();
    } else {
      var width = 0;
      for (var name : flat.keySet()) width = Math.max(width, Width.of(name));
      for (var field : flat.entrySet()) {
        var value = Escape.controls(Cell.text(field.getValue(), zone));
        var label = Width.padded(field.getKey(), width, false);
        if (style.paints().data()) label = "\u001b[1m" + label + "\u001b[0m";
        out.text((label + "  " + value).stripTrailing() + "\n");
      }
    }
    for (var table : card.tables().entrySet()) {
      if (!flat.isEmpty()) out.text("\n" + table.getKey() + "\n");
      fill(table.getValue(), drawn(card.picture(table.getKey())));
    }
  }

  /** The card's own fields, then each list of cards, in a file of its own. */
  private void onPaper(Card card) {
    var paper = paper();
    var flat = card.flat();
    var tables = card.tables();
    if (!flat.isEmpty() || tables.isEmpty()) paper.fields(flat);
    for (var table : tables.entrySet()) {
      fill(table.getValue(), paper.table(new Part(table.getKey(), card.picture(table.getKey()))));
    }
    paper.end();
  }

  /** The rows of the format, on a terminal with what they are a picture of. */
  private Rows drawn(Picture picture) {
    var rows = Rows.in(style.format(), target());
    if (picture.isNone() || !isTerminal || style.format() != Format.TABLE) return rows;
    return new Drawn(rows, picture, target());
  }

  private Paper paper() {
    return Paper.in(style.format(), target(), new Heading(path, said, words));
  }

  private static void fill(List<Card> cards, Rows rows) {
    var names = List.copyOf(cards.getFirst().flat().keySet());
    rows.begin(names);
    for (var card : cards) {
      var flat = card.flat();
      var values = new Object[names.size()];
      for (var i = 0; i < values.length; i++) {
        values[i] = flat.getOrDefault(names.get(i), Cell.ABSENT);
      }
      rows.row(values);
    }
    rows.end();
  }

  private static int known(String name, List<String> names) {
    var index = names.indexOf(name);
    if (index >= 0) return index;
    throw new Trouble.Usage(
        Problem.of("COLUMN_UNKNOWN")
            .with("column", name)
            .with("nearest", Nearest.to(name, names))
            .with("known", names));
  }

  /** Text that is an answer by itself: a help page, an example programme, a script. */
  public Exit print(String text) {
    out.text(text);
    return Exit.DONE;
  }

  /**
   * Shows rows, in a table below a picture of them where people read and have not chosen columns.
   * Returns DONE, so that a command can end with it.
   */
  public <T> Exit show(Grid picture, Sheet<T> sheet) {
    if (style.format() == Format.TABLE && style.columns().isEmpty()) {
      out.text(picture.drawn(style.paints().data()));
      // The rows are drawn already; once is enough.
      sheet.picture(Picture.NONE);
    }
    return show(sheet);
  }

  /** Says something beside the answer, on stderr; nothing when the run is quiet. */
  public void say(String key, Map<String, ?> details) {
    talk.say(key, details);
    // A page is read without the terminal beside it: what was said stands above the answer.
    if (style.format() == Format.HTML) said.add(words.label(key, details));
  }

  public void say(String key) {
    say(key, Map.of());
  }

  /**
   * Shows how far a long command is, if anybody looks.
   *
   * @param key what is being done, a label
   * @param bytes how many there are to take; 0 when nobody knows
   */
  public Progress progress(String key, Map<String, ?> details, long bytes) {
    return talk.progress(key, details, bytes);
  }

  /** Tells on stderr why the command ends without having done what was asked. */
  public void tell(Trouble trouble) {
    talk.tell(trouble);
  }

  /** A line for a bug: there is nothing to translate in what nobody expected. */
  public void tell(Problem problem) {
    talk.tell(problem);
  }

  /** Hands everything to the reader of stdout; what cannot be written is a trouble. */
  public void flush() {
    out.flush();
  }

  private Target target() {
    var columns = isTerminal ? Terminal.columns() : 0;
    return new Target(out, zone, columns, style.paints().data(), style.hasRawCsv());
  }
}
