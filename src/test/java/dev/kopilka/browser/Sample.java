package dev.kopilka.browser;

import dev.kopilka.screen.Card;
import dev.kopilka.screen.Format;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Screen;
import dev.kopilka.screen.Style;
import dev.kopilka.screen.Words;
import dev.kopilka.screen.picture.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page with a picture of every kind, and with names that try to be markup. */
final class Sample {
  static final String NASTY = "</script><img src=x onerror=\"window.broken=1\">";

  private Sample() {}

  static Path write(Path file, Language language) throws IOException {
    return write(file, language, card());
  }

  /** Fifty bars, the second one with by far the longest name, and one more of which nothing is known. */
  static Path writeMany(Path file) throws IOException {
    var bars = new ArrayList<Card>();
    for (var i = 0; i < 50; i++) {
      var name = i == 1 ? "the longest name of all" : "n" + i;
      bars.add(Card.of().put("segment", name).put("members", 10L + i));
    }
    bars.add(Card.of().put("segment", "nobody").put("members", Optional.empty()));
    var card = Card.of().put("segment", bars).picture("segment", Picture.bars("segment", "members"));
    return write(file, Language.EN, card);
  }

  private static Path write(Path file, Language language, Card card) throws IOException {
    var out = new ByteArrayOutputStream();
    var streams = new Screen.Streams(out, OutputStream.nullOutputStream(), false);
    var screen = new Screen(streams, Style.PLAIN.in(Format.HTML), Words.in(language));
    screen.answerFor("report liability");
    screen.say("report.truth", Map.of("at", "2026-03-10T12:00:00+03:00", "until", "2026-03-10"));
    screen.show(card);
    screen.flush();
    return Files.write(file, out.toByteArray());
  }

  private static Card card() {
    return Card.of()
        .put("as_of", "2026-03-10")
        .put("outstanding", 2260L)
        .put("segment", segments())
        .picture("segment", Picture.bars("segment", "members"))
        .put("expiry", months())
        .picture("expiry", Picture.columns("month", "points", "pending"))
        .put("roll_forward", months())
        .picture("roll_forward", Picture.lines("month", "points", "revenue"))
        .put("survey", opinions())
        .picture("survey", Picture.ranges("channel", "score", "low", "high"))
        .put("cohort", cohorts())
        .picture("cohort", Picture.heat("cohort", "months_since", "retention"))
        .put("score", scores())
        .picture("score", Picture.matrix("r", "f", "members", "segment"))
        .put("stage", flows())
        .picture("stage", Picture.flow("from", "to", "members"));
  }

  private static List<Card> segments() {
    return List.of(
        Card.of().put("segment", "champions").put("members", 400L),
        Card.of().put("segment", NASTY).put("members", 200L),
        Card.of().put("segment", "спящие давно и крепко").put("members", 100L));
  }

  private static List<Card> months() {
    var cards = new ArrayList<Card>();
    for (var month = 1; month <= 12; month++) {
      cards.add(
          Card.of()
              .put("month", (month < 10 ? "2026-0" : "2026-") + month)
              .put("points", 1000L + 250L * (month % 5))
              .put("pending", 100L * month)
              .put("revenue", BigDecimal.valueOf(1_000_000L * month, 2)));
    }
    return cards;
  }

  private static List<Card> opinions() {
    return List.of(opinion("app", 40, -10, 78), opinion("store", 66, 20, 93), opinion("web", -20, -50, 15));
  }

  private static Card opinion(String channel, long score, long low, long high) {
    return Card.of().put("channel", channel).put("score", score).put("low", low).put("high", high);
  }

  private static List<Card> cohorts() {
    var cards = new ArrayList<Card>();
    for (var cohort = 1; cohort <= 6; cohort++) {
      for (var since = 0; since <= 6 - cohort; since++) {
        cards.add(
            Card.of()
                .put("cohort", "2026-0" + cohort)
                .put("months_since", (long) since)
                .put("retention", BigDecimal.valueOf(100L - 15L * since, 2)));
      }
    }
    return cards;
  }

  private static List<Card> scores() {
    var names = List.of("lost", "hibernating", "at_risk", "loyal", "champions");
    var cards = new ArrayList<Card>();
    for (var r = 5; r >= 1; r--) {
      for (var f = 1; f <= 5; f++) {
        cards.add(
            Card.of()
                .put("r", (long) r)
                .put("f", (long) f)
                .put("members", (long) r * f * f)
                .put("segment", names.get((r + f) / 2 - 1)));
      }
    }
    return cards;
  }

  private static List<Card> flows() {
    return List.of(
        flow("new", "active", 120), flow("new", "lost", 40), flow("active", "active", 300),
        flow("active", "lost", 60), flow("lost", "active", 15));
  }

  private static Card flow(String from, String to, long members) {
    return Card.of().put("from", from).put("to", to).put("members", members);
  }
}
