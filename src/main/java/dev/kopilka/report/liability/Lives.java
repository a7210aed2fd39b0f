package dev.kopilka.report.liability;

import dev.kopilka.report.liability.LotStories.Leaving;
import dev.kopilka.report.liability.development.Exposure;
import dev.kopilka.report.liability.development.Open;
import java.time.LocalDate;

/** Lots by age: how long points live until they are redeemed, and how old the open ones are. */
public final class Lives implements LotStories.Listener {
  private final Exposure exposure = new Exposure();
  private final Open open = new Open();
  private final Queue queue = new Queue(day -> day);
  private final long lastDay;

  public Lives(LocalDate lastDay) {
    this.lastDay = lastDay.toEpochDay();
  }

  @Override
  public void opens(StoryLot lot, long day) {
    exposure.enter(lot.ageOn(day), lot.remaining());
  }

  @Override
  public void leaves(StoryLot lot, Leaving leaving) {
    queue.leaves(lot, leaving);
    var before = lot.remaining();
    var points = leaving.points();
    switch (leaving.why()) {
      case REDEEMED -> exposure.redeem(lot.ageOn(leaving.day()), before, points);
      case RESTORED -> exposure.restore(lot.ageOn(leaving.since()), before, -points);
      case LAPSED ->
          exposure.leave(lot.ageOn(Math.min(leaving.day(), lot.expiresOn())), before, points);
      case TAKEN -> exposure.leave(lot.ageOn(leaving.day()), before, points);
      case MOVED -> exposure.move(lot.ageOn(leaving.day()), before, points);
    }
  }

  @Override
  public void stays(StoryLot lot) {
    var age = lot.ageOn(lastDay);
    exposure.leave(age, lot.remaining(), lot.remaining());
    open.add(age, lot.ageOn(lot.expiresOn()), lot.remaining());
  }

  public Exposure exposure() {
    return exposure;
  }

  public Open open() {
    return open;
  }

  public Queue queue() {
    return queue;
  }
}
