package dev.kopilka.command.redeem;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.privilege.Reward;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.CountRows;
import dev.kopilka.store.rows.LogRows;

/** Shows how many units of a reward are left, and puts more on the shelf. */
public final class StockCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("REWARD");
    syntax.option("--add", "UNITS");
    syntax.writes();
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka redeem stock mug");
    syntax.example("kopilka redeem stock mug --add 50");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    Card card =
        given.has("--add")
            ? desk.database()
                .write(desk.dryRun(), unit -> desk.screen().checked(added(unit, desk, given)))
            : desk.database().read(unit -> card(unit, reward(unit, given)));
    return desk.screen().show(card);
  }

  /** Puts units on the shelf. */
  private static Card added(Unit unit, Desk desk, Given given) {
    var reward = reward(unit, given);
    var units = given.wholeNumber("--add");
    add(new CountRows(unit), reward, units);
    var at = desk.now().toEpochMilli();
    new LogRows(unit)
        .add(new LogRows.Line(0, at, desk.actor(), "redeem stock", reward.code(), "" + units));
    return card(unit, reward);
  }

  private static void add(CountRows counts, Reward reward, long units) {
    var stock = counts.stock(reward.code());
    var left = reward.stock().orElse(0) + stock.added() - stock.taken() + units;
    if (reward.stock().isEmpty() || left < 0) {
      throw new Trouble.BadInput(
          Problem.of("STOCK_UNITS_UNFIT")
              .with("option", "--add")
              .with("found", units)
              .with("reward", reward.code()));
    }
    counts.move(reward.code(), new CountRows.Stock(units, 0));
  }

  private static Reward reward(Unit unit, Given given) {
    var latest = Versions.load(unit).latest();
    if (latest.isEmpty()) throw new Trouble.Refused(Refusal.NO_PROGRAMME);
    var reward = latest.get().programme().rewards().get(given.text("REWARD"));
    if (reward != null) return reward;
    throw new Trouble.Refused(
        Refusal.REWARD_NOT_FOUND,
        Problem.of(Refusal.REWARD_NOT_FOUND.name()).with("reward", given.text("REWARD")));
  }

  private static Card card(Unit unit, Reward reward) {
    var stock = new CountRows(unit).stock(reward.code());
    var planned = reward.stock().stream().boxed().findFirst();
    var left = planned.map(units -> units + stock.added() - stock.taken());
    return Card.of()
        .put("reward", reward.code())
        .put("name", reward.name())
        .put("planned", planned)
        .put("added", stock.added())
        .put("taken", stock.taken())
        .put("left", left);
  }
}
