package dev.kopilka.command.pilot;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.format.Term;
import dev.kopilka.screen.picture.Picture;
import java.util.List;
import java.util.TreeSet;

/**
 * {@code kopilka pilot plan}: how many members a pilot needs, or what so many of them will show. It
 * asks no ledger.
 */
public final class PlanCommand implements Command {
  /** The curve ends at twice the size. */
  private static final int MOST_QUARTERS = 8;

  @Override
  public void declare(Syntax syntax) {
    syntax.option("--measure", "MEASURE").among("conversion", "mean").defaultsTo("conversion");
    syntax.option("--baseline", "SHARE|NUMBER");
    syntax.option("--effect", "SHARE|NUMBER");
    syntax.option("--deviation", "NUMBER");
    syntax.option("--size", "NUMBER");
    syntax.option("--power", "SHARE");
    syntax.option("--alpha", "SHARE");
    syntax.option("--arms", "NUMBER");
    syntax
        .exits(Exit.BAD_INPUT)
        .example("kopilka pilot plan --baseline 20% --effect 2%")
        .example("kopilka pilot plan --measure mean --deviation 850 --effect 40 --arms 3")
        .example("kopilka pilot plan --baseline 20% --size 5000");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var wish = new PlanOptions(given).wish();
    return desk.screen().show(card(wish, found(wish)));
  }

  /** Size, power and effect; two were given. */
  private record Found(double size, double power, double effect) {}

  private static Found found(PlanWish wish) {
    var plan = wish.plan();
    if (wish.size().isEmpty()) {
      return new Found(plan.size(wish.power()), wish.power(), wish.effect());
    }
    var size = wish.size().getAsLong();
    if (!Double.isNaN(wish.effect())) return new Found(size, plan.power(size), wish.effect());
    var least = plan.effect(size, wish.power());
    if (!Double.isNaN(least)) return new Found(size, wish.power(), least);
    throw new Trouble.BadInput(Problem.of("PLAN_SHOWS_NOTHING").with("size", size));
  }

  private static Card card(PlanWish wish, Found found) {
    if (found.size > PlanOptions.MOST) {
      throw new Trouble.BadInput(Problem.of("PLAN_TOO_LARGE").with("most", PlanOptions.MOST));
    }
    var whole = (long) Math.ceil(found.size);
    return Card.of()
        .put("measure", new Term("measure", wish.measure()))
        .put("arms", wish.arms())
        .put("alpha", Figures.of(wish.alpha()))
        .put("alpha_each", Figures.of(wish.alphaEach()))
        .put("power", Figures.of(found.power))
        .put("baseline", Figures.of(wish.baseline()))
        .put("deviation", Figures.of(wish.deviation()))
        .put("effect", Figures.of(found.effect))
        .put("lift", Figures.of(found.effect / wish.baseline()))
        .put("size_exact", Figures.of(found.size))
        .put("size", whole)
        .put("members", whole * wish.arms())
        .put("curve", curve(wish, whole))
        .picture("curve", Picture.lines("size", isAskedForEffect(wish) ? "effect" : "power"));
  }

  private static boolean isAskedForEffect(PlanWish wish) {
    return Double.isNaN(wish.effect());
  }

  /** What arms from a quarter to twice of that size would show: whether fewer members might do. */
  private static List<Card> curve(PlanWish wish, long whole) {
    var sizes = new TreeSet<Long>();
    for (var quarters = 1; quarters <= MOST_QUARTERS; quarters++) {
      sizes.add(Math.max(2, Math.ceilDiv(whole * quarters, 4)));
    }
    return sizes.stream().map(size -> point(wish, size)).toList();
  }

  private static Card point(PlanWish wish, long size) {
    var plan = wish.plan();
    var power = isAskedForEffect(wish) ? wish.power() : plan.power(size);
    var effect = isAskedForEffect(wish) ? plan.effect(size, power) : wish.effect();
    return Card.of()
        .put("size", size)
        .put("power", Figures.of(power))
        .put("effect", Figures.of(effect));
  }
}
