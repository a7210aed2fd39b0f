package dev.kopilka.screen;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.format.Escape;
import dev.kopilka.screen.format.Json;
import dev.kopilka.screen.format.Target;
import dev.kopilka.screen.progress.Bar;
import dev.kopilka.screen.progress.JsonLines;
import dev.kopilka.screen.progress.Lines;
import dev.kopilka.screen.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;

/** stderr: sentences for people, and with {@code -o json} one error object for scripts. */
final class Talk {
  /** A file with a thousand faults has one reason; nobody reads the thousandth line. */
  private static final int SHOWN = 20;

  private final OutputStream stream;
  private final Style style;
  private final Words words;

  Talk(OutputStream stream, Style style, Words words) {
    this.stream = stream;
    this.style = style;
    this.words = words;
  }

  void say(String key, Map<String, ?> details) {
    if (!style.isQuiet()) line(Escape.controls(words.label(key, details)));
  }

  Progress progress(String key, Map<String, ?> details, long bytes) {
    var task = Escape.controls(words.label(key, details));
    return switch (style.progress()) {
      case NONE -> Progress.NONE;
      case BAR -> new Bar(stream, words, task, bytes);
      case LINES -> Lines.of(this::line, words, task, bytes);
      case JSON -> {
        // The label is for people; a program is told a word that is never translated.
        var word = key.replace(".progress", "");
        var file = details.containsKey("file") ? details.get("file").toString() : "";
        yield JsonLines.of(this::object, new JsonLines.Task(word.substring(word.indexOf('.') + 1), file), bytes);
      }
    };
  }

  void tell(Trouble trouble) {
    if (trouble instanceof Trouble.BadInput bad && isPlaced(bad)) {
      if (style.format().isJson()) json(bad);
      else findings(bad);
    } else {
      tell(trouble.problem());
    }
  }

  void tell(Problem problem) {
    if (style.format().isJson()) {
      json(described(problem));
      return;
    }
    line(red("kopilka:") + " " + Escape.controls(words.message(problem)));
    hint(problem);
  }

  private static boolean isPlaced(Trouble.BadInput bad) {
    return bad.total() > 1 || !bad.findings().getFirst().place().equals(Place.NOWHERE);
  }

  private void findings(Trouble.BadInput bad) {
    var shown = Math.min(SHOWN, bad.findings().size());
    for (var finding : bad.findings().subList(0, shown)) {
      var problem = finding.problem();
      var place = finding.place().equals(Place.NOWHERE) ? "kopilka" : finding.place().toString();
      var kind = red("error[" + problem.code() + "]:");
      line(Escape.controls(place) + ": " + kind + " " + Escape.controls(words.message(problem)));
      hint(problem);
    }
    if (bad.total() > shown) {
      line(words.label("findings.total", Map.of("shown", shown, "total", bad.total())));
    }
  }

  private void hint(Problem problem) {
    var hint = words.hint(problem);
    if (!hint.isEmpty()) line("  " + Escape.controls(hint));
  }

  private void json(Trouble.BadInput bad) {
    var findings = new ArrayList<Card>();
    for (var finding : bad.findings().subList(0, Math.min(SHOWN, bad.findings().size()))) {
      var place = finding.place();
      findings.add(
          Card.of()
              .put("file", place.file())
              .put("line", place.line())
              .put("column", place.column())
              .put("code", finding.problem().code())
              .put("message", words.message(finding.problem()))
              .put("hint", words.hint(finding.problem()))
              .put("details", finding.problem().details()));
    }
    json(described(bad.problem()).put("findings", findings).put("total", bad.total()));
  }

  private Card described(Problem problem) {
    return Card.of()
        .put("code", problem.code())
        .put("message", words.message(problem))
        .put("hint", words.hint(problem))
        .put("details", problem.details());
  }

  private void json(Card error) {
    object(Card.of().put("error", error));
  }

  private void object(Card card) {
    var target = new Target(stream, ZoneOffset.UTC, 0, false, false);
    try {
      Json.object(card, target);
    } catch (UncheckedIOException lost) {
      return;
    }
  }

  private String red(String text) {
    return style.paints().talk() ? "\u001b[1;31m" + text + "\u001b[0m" : text;
  }

  /** Talk that cannot be delivered is lost: there is nowhere left to complain. */
  private void line(String text) {
    try {
      stream.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException lost) {
      return;
    }
  }
}
