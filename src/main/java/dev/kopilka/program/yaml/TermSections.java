package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Days;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.earn.Expiry;
import dev.kopilka.program.earn.Validity;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Node.Scalar;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long things hold: {@code valid} with from and to, {@code expire} with a period or never. */
final class TermSections {
  static final Form<Validity> VALID = Form.section(TermSections::validity);
  private static final Form<Expiry> WORD = Texts.among(Map.of("never", Expiry.NEVER));
  private static final Form<Expiry> TERMS = Form.section(TermSections::expiry);

  /** The word {@code never}, or a policy with its period. */
  static final Form<Expiry> EXPIRE =
      (node, findings) -> (node instanceof Scalar ? WORD : TERMS).read(node, findings);

  private TermSections() {}

  private static Supplier<Validity> validity(Section section) {
    var from = section.or("from", Times.DATE, Validity.ANCIENT);
    var to = section.or("to", Times.DATE, Days.NEVER);
    return () -> {
      if (!to.get().isBefore(from.get())) return new Validity(from.get(), to.get());
      section.wrong(
          section.at("to"),
          Problem.of("DATES_REVERSED").with("from", from.get()).with("to", to.get()));
      return Validity.ALWAYS;
    };
  }

  private static Supplier<Expiry> expiry(Section section) {
    var policies = Texts.choice(List.of(Expiry.Policy.values()));
    var policy = section.or("policy", policies, Expiry.Policy.FIXED);
    var after = section.maybe("after", Times.TERM);
    var ends = Texts.choice(List.of(Expiry.RoundTo.values()));
    var round = section.or("round_to", ends, Expiry.RoundTo.NONE);
    return () -> {
      var never = policy.get() == Expiry.Policy.NEVER;
      if (never && section.has("after"))
        section.wrong(
            section.at("after"),
            Problem.of("KEYS_EXCLUDE").with("key", "after").with("other", "policy: never"));
      if (!never && !section.has("after"))
        section.wrong(section.start(), Problem.of("KEY_MISSING").with("key", "after"));
      if (never || after.get().isEmpty()) return Expiry.NEVER;
      return new Expiry(policy.get(), after.get().get(), round.get());
    };
  }
}
