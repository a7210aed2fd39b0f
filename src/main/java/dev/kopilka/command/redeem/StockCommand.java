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
import java.util.Optional;

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
    var adding = new Adding(desk, given);
    Card card =
        given.has("--add")
            ? desk.database().write(desk.dryRun(), unit -> desk.screen().checked(adding.in(unit)))
            : desk.database().read(unit -> card(unit, reward(unit, given)));
    return desk.screen().show(card);
  }

  /**
   * Units that are put on the shelf. They come without an id by which to know them again; so where a
   * link was cut at the commit, the transaction that is tried again looks for its line in the log.
   */
  private static final class Adding {
    private final Desk desk;
    private final Given given;
    private Optional<LogRows.Line> logged = Optional.empty();

    Adding(Desk desk, Given given) {
      this.desk = desk;
      this.given = given;
    }

    Card in(Unit unit) {
      var reward = reward(unit, given);
      var log = new LogRows(unit);
      if (logged.filter(log::has).isEmpty()) {
        var units = given.wholeNumber("--add");
        add(new CountRows(unit), reward, units);
        var at = desk.now().toEpochMilli();
        var line =
            new LogRows.Line(0, at, desk.actor(), "redeem stock", reward.code(), "" + units);
        logged = Optional.of(log.added(line));
      }
      return card(unit, reward);
    }
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
