package dev.kopilka.house;

import dev.kopilka.model.value.Problem;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Words;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever can go wrong is said in words, with a way out. */
class ProblemsTest {
  /** A literal like {@code "OPTION_MISSING"}: two words or more, so that names of values pass. */
  private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)\"");

  /** Literals of that shape which are names of variables of the environment. */
  private static final Pattern VARIABLE = Pattern.compile("(KOPILKA|XDG|LC|NO)_\\w+");

  @Test
  void everyCodeHasAMessageAndAHint() {
    var english = Words.in(Language.EN);
    var offences = new ArrayList<Offence>();
    for (var source : House.main()) {
      var codes = CODE.matcher(source.text());
      while (codes.find()) {
        var code = codes.group(1);
        if (VARIABLE.matcher(code).matches()) continue;
        var problem = Problem.of(code);
        var isSaid = !english.message(problem).equals(code) && !english.hint(problem).isEmpty();
        var line = source.lineOf(codes.start());
        if (!isSaid) {
          offences.add(
              new Offence(source.file(), line, code + " has no words", "say it in problems_*"));
        }
      }
    }
    Offence.none(offences);
  }
}
