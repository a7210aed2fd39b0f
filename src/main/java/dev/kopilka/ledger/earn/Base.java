package dev.kopilka.ledger.earn;

import dev.kopilka.model.Facts;
import dev.kopilka.model.Line;
import dev.kopilka.program.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The money of a receipt that earns, line by line.
 *
 * @param lines the receipt's lines; one line of the whole amount when it has none
 * @param earning money of each line that earns, in minor units: with the discount where the
 *     programme says so, without what points paid, zero for excluded categories
 */
record Base(List<Line> lines, List<Long> earning) {

  static Base of(Programme programme, Facts facts) {
    var lines =
        facts.lines().isEmpty() ? List.of(new Line("", "", "", facts.amount())) : facts.lines();
    var amounts = new ArrayList<Long>(lines.size());
    for (var line : lines) amounts.add(Math.max(0, line.amount()));
    var terms = programme.earningBase();
    var change = terms.netOfDiscount() ? 0 : facts.discount();
    // A line below zero is money off the others, such as a coupon.
    for (var line : lines) change += Math.min(0, line.amount());
    if (terms.excludePartPaidWithPoints()) change -= Worth.money(programme, facts.points());
    var changes = Split.of(change, amounts);
    var earning = new ArrayList<Long>(lines.size());
    for (var i = 0; i < lines.size(); i++) {
      var excluded = terms.excludeCategories().contains(lines.get(i).category());
      earning.add(excluded ? 0 : Math.max(0, amounts.get(i) + changes.get(i)));
    }
    return new Base(lines, earning);
  }

  /** Which lines a rule looks at: those of its categories, or all when it names none. */
  boolean[] matching(Set<String> categories) {
    var matching = new boolean[lines.size()];
    for (var i = 0; i < matching.length; i++) {
      matching[i] = categories.isEmpty() || categories.contains(lines.get(i).category());
    }
    return matching;
  }

  /** What the matching lines ask for, before anything is taken off or excluded. */
  long amount(boolean[] matching) {
    var sum = 0L;
    for (var i = 0; i < matching.length; i++) if (matching[i]) sum += lines.get(i).amount();
    return sum;
  }

  long earning(boolean[] matching) {
    var sum = 0L;
    for (var i = 0; i < matching.length; i++) if (matching[i]) sum += earning.get(i);
    return sum;
  }

  /** Points by line; nothing to split when the receipt is one line. */
  List<Long> shares(long points, boolean[] matching) {
    if (lines.size() < 2) return List.of();
    var weights = new ArrayList<Long>(lines.size());
    var any = false;
    for (var i = 0; i < matching.length; i++) {
      weights.add(matching[i] ? earning.get(i) : 0L);
      any |= matching[i] && earning.get(i) > 0;
    }
    // A fixed gift on lines that earn no money still belongs to the lines that the rule looks at.
    if (!any) for (var i = 0; i < matching.length; i++) weights.set(i, matching[i] ? 1L : 0L);
    return Split.of(points, weights);
  }
}
