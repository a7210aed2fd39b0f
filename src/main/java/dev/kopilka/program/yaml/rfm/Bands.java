package dev.kopilka.program.yaml.rfm;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.segment.RfmName.Band;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Texts;
import java.util.Optional;

/** The form of a score from 1 to 5, or of a range of scores: {@code "4-5"}. */
public final class Bands {
  public static final Form<Band> BAND =
      Texts.TEXT.to(Bands::band, text -> Problem.of("VALUE_NOT_BAND").with("found", text));

  private Bands() {}

  private static Optional<Band> band(String text) {
    if (!text.matches("[1-5](-[1-5])?")) return Optional.empty();
    var least = text.charAt(0) - '0';
    var most = text.charAt(text.length() - 1) - '0';
    return least > most ? Optional.empty() : Optional.of(new Band(least, most));
  }
}
