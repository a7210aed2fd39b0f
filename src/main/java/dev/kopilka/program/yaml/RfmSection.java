package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.segment.RfmMatrix;
import dev.kopilka.program.segment.RfmName;
import dev.kopilka.program.segment.RfmName.Band;
import dev.kopilka.program.segment.RfmTerms;
import dev.kopilka.program.segment.RfmTerms.Method;
import dev.kopilka.program.segment.RfmTerms.Ties;
import dev.kopilka.program.tree.Ascending;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import dev.kopilka.program.yaml.rfm.Bands;
import dev.kopilka.program.yaml.rfm.MatrixSection;
import java.util.List;
import java.util.Optional;

/** The section {@code rfm}: quintiles, or fixed {@code edges}; how ties go; names for scores; the matrix. */
final class RfmSection {
  private static final int EDGES = 4;
  private static final Edges NO_EDGES = new Edges(List.of(), List.of(), List.of());

  private record Edges(List<Long> recency, List<Long> frequency, List<Long> monetary) {}

  private RfmSection() {}

  static Form<RfmTerms> form(Declared declared) {
    return Form.section(
        section -> {
          var ties = section.or("ties", Texts.choice(List.of(Ties.values())), Ties.WITH_SMALLER);
          var edges = section.or("edges", edges(declared), NO_EDGES);
          var window = section.maybe("window", Times.TERM);
          var names = section.or("names", Texts.some(Form.list(NAME)), RfmName.CLASSICAL);
          var matrix =
              section.or("matrix", MatrixSection.form(declared.rules()), RfmMatrix.CLASSICAL);
          var method = section.has("edges") ? Method.EDGES : Method.QUINTILES;
          return () ->
              new RfmTerms(
                  ties.get(),
                  method,
                  edges.get().recency(),
                  edges.get().frequency(),
                  edges.get().monetary(),
                  window.get(),
                  names.get(),
                  matrix.get());
        });
  }

  private static Form<Edges> edges(Declared declared) {
    return Form.section(
        section -> {
          var recency = section.need("recency", four(Numbers.COUNT));
          var frequency = section.need("frequency", four(Numbers.COUNT));
          var monetary = section.need("monetary", four(Numbers.money(declared.moneyScale())));
          return () -> new Edges(recency.get(), frequency.get(), monetary.get());
        });
  }

  private static Form<List<Long>> four(Form<Long> number) {
    return Ascending.list(Form.list(number), Long::longValue)
        .refusing(
            list ->
                list.size() == EDGES
                    ? Optional.empty()
                    : Optional.of(
                        Problem.of("EDGES_FOUR")
                            .with("found", list.size())
                            .with("expected", EDGES)));
  }

  private static final Form<RfmName> NAME =
      Form.section(
          section -> {
            var segment = section.need("segment", Texts.CODE);
            var r = section.or("r", Bands.BAND, Band.ANY);
            var f = section.or("f", Bands.BAND, Band.ANY);
            var m = section.or("m", Bands.BAND, Band.ANY);
            return () -> new RfmName(segment.get(), r.get(), f.get(), m.get());
          });
}
