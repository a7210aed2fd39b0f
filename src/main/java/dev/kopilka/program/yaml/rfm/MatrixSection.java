package dev.kopilka.program.yaml.rfm;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.segment.RfmMatrix;
import dev.kopilka.program.segment.RfmMatrix.Cell;
import dev.kopilka.program.segment.RfmMatrix.Level;
import dev.kopilka.program.segment.RfmMatrix.Profit;
import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The section {@code matrix}: {@code risk} and {@code profit} divide the scores into rows and columns,
 * {@code cells} say what the programme does about each.
 */
public final class MatrixSection {
  private static final int LEAST = 1;
  private static final int MOST = 5;

  private final Set<String> rules;

  private MatrixSection(Set<String> rules) {
    this.rules = rules;
  }

  /**
   * The form of the section.
   *
   * @param rules codes of the programme's earn rules
   */
  public static Form<RfmMatrix> form(Set<String> rules) {
    return Form.section(new MatrixSection(rules)::matrix);
  }

  private Supplier<RfmMatrix> matrix(Section section) {
    var by = section.or("by", Texts.choice(List.of(Profit.values())), Profit.FM);
    var risk = section.or("risk", LEVELS, RfmMatrix.CLASSICAL.risk());
    var profit = section.or("profit", LEVELS, RfmMatrix.CLASSICAL.profit());
    var form =
        cell(
            codes(section, "risk", RfmMatrix.CLASSICAL.risk()),
            codes(section, "profit", RfmMatrix.CLASSICAL.profit()));
    var cells = section.or("cells", Form.list(form), List.<Cell>of());
    return () -> {
      var seen = new HashSet<List<String>>();
      for (var cell : cells.get()) {
        if (seen.add(List.of(cell.risk(), cell.profit()))) continue;
        section.wrong(
            section.at("cells"),
            Problem.of("MATRIX_CELL_REPEATED")
                .with("risk", cell.risk())
                .with("profit", cell.profit()));
        break;
      }
      return new RfmMatrix(by.get(), risk.get(), profit.get(), cells.get());
    };
  }

  /** What cells may refer to, sound or not, so that one mistake is not told twice. */
  private static Set<String> codes(Section section, String key, List<Level> otherwise) {
    if (section.has(key)) return Coded.in(section.node(key));
    var codes = new HashSet<String>();
    for (var level : otherwise) codes.add(level.code());
    return codes;
  }

  private static final Form<Level> LEVEL =
      Form.section(
          section -> {
            var code = section.need("code", Texts.CODE);
            var name = section.maybe("name", Texts.TEXT);
            var scores = section.need("scores", Bands.BAND);
            return () -> new Level(code.get(), name.get().orElse(code.get()), scores.get());
          });

  private static final Form<List<Level>> LEVELS =
      Coded.list(LEVEL).refusing(MatrixSection::uncovered);

  private static Optional<Problem> uncovered(List<Level> levels) {
    for (var score = LEAST; score <= MOST; score++) {
      var count = RfmMatrix.levelsOf(levels, score);
      if (count == 1) continue;
      return Optional.of(
          Problem.of("MATRIX_LEVELS").with("score", score).with("count", count));
    }
    return Optional.empty();
  }

  private Form<Cell> cell(Set<String> risk, Set<String> profit) {
    return Form.section(
        section -> {
          var row = section.need("risk", Texts.reference("risk", risk));
          var column = section.need("profit", Texts.reference("profit", profit));
          var name = section.need("name", Texts.TEXT);
          var action = section.or("action", Texts.TEXT, "");
          var rule = section.or("rule", Texts.reference("earn", rules), "");
          return () ->
              new Cell(row.get(), column.get(), name.get(), action.get(), rule.get());
        });
  }
}
