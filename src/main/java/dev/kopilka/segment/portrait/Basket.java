package dev.kopilka.segment.portrait;

import dev.kopilka.segment.portrait.Drawing.Of;
import dev.kopilka.segment.portrait.Drawing.Place;
import dev.kopilka.segment.portrait.count.Cells;
import dev.kopilka.segment.portrait.count.Count.Group;
import dev.kopilka.segment.portrait.count.Means;
import java.util.ArrayList;
import java.util.List;

/** What the groups buy, when, where, and how they pay. */
final class Basket {
  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final Cells buyers = new Cells();
  private final Means purchases = new Means();
  private final Means spend = new Means();
  private final Means receipts = new Means();
  private final Cells categories = new Cells();
  private final Cells money = new Cells();
  private final Cells weekdays = new Cells();
  private final Cells hours = new Cells();
  private final Cells channels = new Cells();
  private final Cells stores = new Cells();
  private final Cells partners = new Cells();
  private final Cells withPoints = new Cells();
  private final Cells withPromoCode = new Cells();
  private final List<String> day = new ArrayList<>();
  private boolean hasTimesOfDay;

  Basket() {
    for (var hour = 0; hour < 24; hour++) day.add((hour < 10 ? "0" : "") + hour);
  }

  void take(Group group, Doings doings) {
    buyers.put(group, Drawing.word(doings.isBuyer()));
    purchases.add(group, doings.receipts.count());
    spend.add(group, doings.spend);
    if (!doings.isBuyer()) return;
    receipts.add(group, doings.receipts);
    categories.mark(group, doings.money.keySet());
    var sum = 0L;
    for (var category : doings.money.entrySet()) {
      money.add(group, category.getKey(), category.getValue());
      sum = Math.addExact(sum, category.getValue());
    }
    money.whole(group, sum);
    divide(group, weekdays, WEEKDAYS, doings.weekdays);
    divide(group, hours, day, doings.hours);
    channels.mark(group, doings.channels);
    stores.mark(group, doings.stores);
    partners.mark(group, doings.partners);
    divide(group, withPoints, doings.withPoints, doings.receipts.count());
    divide(group, withPromoCode, doings.withPromoCode, doings.receipts.count());
    hasTimesOfDay |= doings.hasTimeOfDay;
  }

  private static void divide(Group group, Cells cells, List<String> values, long[] counts) {
    var sum = 0L;
    for (var i = 0; i < counts.length; i++) {
      if (counts[i] > 0) cells.add(group, values.get(i), counts[i]);
      sum += counts[i];
    }
    cells.whole(group, sum);
  }

  private static void divide(Group group, Cells cells, long yes, long all) {
    if (yes > 0) cells.add(group, Drawing.YES, yes);
    if (yes < all) cells.add(group, Drawing.NO, all - yes);
    cells.whole(group, all);
  }

  void consumption(Drawing drawing, int scale) {
    drawing.yes(place(Section.CONSUMPTION, "buyers"), buyers, Of.MEMBERS);
    drawing.mean(place(Section.CONSUMPTION, "purchases"), purchases, 0);
    drawing.mean(place(Section.CONSUMPTION, "spend"), spend, scale);
    drawing.mean(place(Section.CONSUMPTION, "receipt"), receipts, scale);
    drawing.flags(place(Section.CONSUMPTION, "category"), categories);
    drawing.partition(place(Section.CONSUMPTION, "category_spend"), money, Of.MONEY, List.of());
  }

  /** Where no receipt tells the time, the hour is that of the day's beginning and means nothing. */
  void rhythm(Drawing drawing) {
    drawing.partition(place(Section.RHYTHM, "weekday"), weekdays, Of.RECEIPTS, WEEKDAYS);
    if (!hasTimesOfDay) return;
    drawing.partition(place(Section.RHYTHM, "hour"), hours, Of.RECEIPTS, day);
  }

  void preferences(Drawing drawing) {
    drawing.flags(place(Section.PREFERENCES, "channel"), channels);
    drawing.flags(place(Section.PREFERENCES, "store"), stores);
    drawing.flags(place(Section.PREFERENCES, "partner"), partners);
  }

  void payment(Drawing drawing) {
    drawing.yes(place(Section.MOTIVATION, "receipts_with_points"), withPoints, Of.RECEIPTS);
    drawing.yes(place(Section.MOTIVATION, "receipts_with_promo_code"), withPromoCode, Of.RECEIPTS);
  }

  private static Place place(Section section, String trait) {
    return new Place(section, trait);
  }
}
