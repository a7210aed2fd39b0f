package dev.kopilka.command.audit;

import dev.kopilka.audit.explain.Explanation;
import dev.kopilka.audit.explain.Explanation.Explained;
import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.help.Wrap;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Format;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.Words;
import dev.kopilka.store.Unit;
import java.util.List;

/** {@code kopilka audit explain}: where each point came from and where it went, in words. */
public final class ExplainCommand implements Command {
  private static final String WHAT = "MEMBER|ENTRY";

  @Override
  public void declare(Syntax syntax) {
    syntax.argument(WHAT);
    syntax
        .exits(Exit.NOT_FOUND, Exit.STORAGE)
        .example("kopilka audit explain 1001")
        .example("kopilka audit explain 1001/3 --lang ru")
        .example("kopilka audit explain purchases:A-1 -o json");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return desk.database().walk(unit -> show(unit, desk, given.text(WHAT)));
  }

  private static Exit show(Unit unit, Desk desk, String what) {
    var explained = Explanation.of(unit, what);
    var words = desk.words();
    // For people each entry is a paragraph; a table would have to cut its sentences off.
    var style = desk.screen().style();
    if (style.format() == Format.TABLE && style.columns().isEmpty()) {
      return desk.screen().print(paragraphs(explained, words));
    }
    var scale = explained.isEmpty() ? 0 : Basics.load(unit).pointScale();
    return desk.screen()
        .show(
            Sheet.<Explained>of(explained)
                .column("entry", ExplainCommand::name)
                .column("event", Explained::event)
                .column("kind", one -> one.entry().kind().word())
                .decimal("points", one -> one.entry().points(), scale)
                .decimal("balance", one -> one.entry().balance(), scale)
                .column("rule", one -> one.entry().rule())
                .column("version", one -> one.entry().version())
                .column("lot", Explained::lots)
                .column("text", one -> text(one, words)));
  }

  private static String name(Explained one) {
    return one.member() + "/" + one.entry().seq();
  }

  private static String text(Explained one, Words words) {
    var text = new StringBuilder();
    for (var phrase : one.phrases()) {
      if (!text.isEmpty()) text.append(' ');
      text.append(words.label(phrase.key(), phrase.details()));
    }
    return text.toString();
  }

  private static String paragraphs(List<Explained> explained, Words words) {
    var text = new StringBuilder();
    for (var one : explained) {
      var indent = name(one).length() + 2;
      var lines = Wrap.lines(text(one, words), Wrap.WIDTH - indent);
      text.append(name(one)).append("  ");
      text.append(String.join("\n" + " ".repeat(indent), lines)).append('\n');
    }
    return text.toString();
  }
}
