package dev.kopilka.program.tree;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble.BadInput;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the parser says about a text that is not YAML, with the usual mistakes told apart. */
final class SyntaxTrouble {
  private SyntaxTrouble() {}

  static BadInput of(MarkedYamlEngineException notYaml, String text, Findings findings) {
    var lines = text.split("\\R", -1);
    var mark = notYaml.getProblemMark().or(notYaml::getContextMark);
    var tab = mark.map(at -> tabInIndent(lines, at)).orElse(0);
    if (tab > 0) {
      findings.wrong(findings.place(mark.get().getLine() + 1L, tab), Problem.of("YAML_TAB"));
      return findings.trouble();
    }
    // A quote or bracket that is never closed is found missing at the end of the file, and is
    // mended where it was opened.
    if (mark.map(at -> isAtEnd(lines, at)).orElse(false))
      mark = notYaml.getContextMark().or(notYaml::getProblemMark);
    var at = mark.map(found -> Trees.place(found, findings)).orElse(findings.place(1, 1));
    findings.wrong(at, Problem.of("YAML_SYNTAX").with("reason", notYaml.getProblem()));
    return findings.trouble();
  }

  /** The same where only the reader knows how far it came. */
  static BadInput of(YamlEngineException notYaml, Optional<Mark> reached, Findings findings) {
    var at = reached.map(mark -> Trees.place(mark, findings)).orElse(findings.place(1, 1));
    findings.wrong(at, Problem.of("YAML_SYNTAX").with("reason", notYaml.getMessage()));
    return findings.trouble();
  }

  /** Column of the first tab before the line's first word, counted from 1; 0 when there is none. */
  private static int tabInIndent(String[] lines, Mark at) {
    var line = at.getLine() < lines.length ? lines[at.getLine()] : "";
    for (var i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
      if (line.charAt(i) == '\t') return i + 1;
    }
    return 0;
  }

  private static boolean isAtEnd(String[] lines, Mark at) {
    for (var i = at.getLine() + 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) return false;
    }
    return at.getLine() >= lines.length
        || lines[at.getLine()].codePointCount(0, lines[at.getLine()].length()) <= at.getColumn();
  }
}
