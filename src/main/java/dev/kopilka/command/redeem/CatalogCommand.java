package dev.kopilka.command.redeem;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Days;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.earn.Validity;
import dev.kopilka.program.privilege.Reward;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Sheet;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.AccountRows;
import dev.kopilka.store.rows.CountRows;
import dev.kopilka.store.rows.MemberRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what points buy, and what a member has the points for. */
public final class CatalogCommand implements Command {
  /** Points that everybody has enough of: no member was named. */
  private static final long ANY = Long.MAX_VALUE;

  @Override
  public void declare(Syntax syntax) {
    syntax.option("--member", "MEMBER");
    syntax.reads();
    syntax.exits(Exit.REFUSED, Exit.NOT_FOUND);
    syntax.example("kopilka redeem catalog");
    syntax.example("kopilka redeem catalog --member 1001 -o json");
  }

  private record Offer(Reward reward, Optional<Long> left, boolean affordable, int scale) {
    Object cost() {
      return scale == 0 ? reward.cost() : BigDecimal.valueOf(reward.cost(), scale);
    }

    Optional<LocalDate> until() {
      return Optional.of(reward.valid().to()).filter(day -> !Days.isNever(day));
    }

    Optional<LocalDate> from() {
      return Optional.of(reward.valid().from()).filter(day -> !day.equals(Validity.ANCIENT));
    }
  }

  @Override
  public Exit run(Desk desk, Given given) {
    List<Offer> offers = desk.database().read(unit -> offers(unit, desk, given));
    return desk.screen()
        .show(
            Sheet.of(offers)
                .column("reward", offer -> offer.reward().code())
                .column("name", offer -> offer.reward().name())
                .column("cost", Offer::cost)
                .column("left", Offer::left)
                .column("tiers", offer -> String.join(", ", offer.reward().tiers()))
                .column("from", Offer::from)
                .column("until", Offer::until)
                .column("affordable", Offer::affordable));
  }

  private static List<Offer> offers(Unit unit, Desk desk, Given given) {
    var history = Versions.load(unit);
    var latest = history.latest().orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME));
    var zone = latest.programme().zone();
    var day = given.asOf(zone, desk.now()).atZone(zone).toLocalDate();
    var programme = history.inForceOn(day).orElse(latest).programme();
    var available = given.has("--member") ? available(unit, given.text("--member"), day) : ANY;
    var counts = new CountRows(unit);
    var offers = new ArrayList<Offer>();
    for (var reward : programme.rewards().values()) {
      if (!reward.valid().covers(day)) continue;
      var left = left(reward, counts);
      var affordable = reward.cost() <= available && left.orElse(1L) > 0;
      offers.add(new Offer(reward, left, affordable, programme.points().scale()));
    }
    return offers;
  }

  private static Optional<Long> left(Reward reward, CountRows counts) {
    if (reward.stock().isEmpty()) return Optional.empty();
    var stock = counts.stock(reward.code());
    return Optional.of(reward.stock().getAsLong() + stock.added() - stock.taken());
  }

  private static long available(Unit unit, String code, LocalDate day) {
    var member =
        new MemberRows(unit)
            .byCode(code)
            .orElseThrow(() -> new Trouble.Refused(Refusal.MEMBER_NOT_FOUND));
    return new AccountRows(unit).load(member.number()).available(day);
  }
}
