package dev.kopilka.command.help;

import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.screen.Format;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What scripts rely on, as tables: exit codes, error codes, formats. */
public final class Tables {
  private Tables() {}

  public static Sheet<Exit> exitCodes(Words words) {
    return Sheet.of(List.of(Exit.values()))
        .column("code", Exit::code)
        .column("name", exit -> exit.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .column("when", exit -> words.help("exit." + exit.code()));
  }

  /** Refusals in order of precedence, then every other code in the order of the alphabet. */
  public static Sheet<String> errors(Words words) {
    var codes = new LinkedHashSet<String>();
    for (var refusal : Refusal.values()) codes.add(refusal.name());
    codes.addAll(words.problemCodes());
    return Sheet.of(codes)
        .column("code", code -> code)
        .column("message", code -> words.message(Problem.of(code)))
        .column("hint", code -> words.hint(Problem.of(code)));
  }

  public static Sheet<String> formats(Words words) {
    var formats = new ArrayList<>(Format.NAMES);
    formats.add("progress json");
    return Sheet.of(formats)
        .column("format", format -> format)
        .column("what", format -> words.help("format." + format.replace(' ', '-')));
  }
}
