package dev.kopilka.segment.portrait;

import dev.kopilka.segment.portrait.Drawing.Of;
import dev.kopilka.segment.portrait.Drawing.Place;
import dev.kopilka.segment.portrait.count.Cells;
import dev.kopilka.segment.portrait.count.Count.Group;
import dev.kopilka.segment.portrait.count.Means;
import dev.kopilka.segment.portrait.count.Shares;

/** What the groups buy, where, and how they pay. */
final class Basket {
  private final Cells buyers = new Cells();
  private final Means purchases = new Means();
  private final Means spend = new Means();
  private final Means receipts = new Means();
  private final Cells categories = new Cells();
  private final Cells money = new Cells();
  private final Shares ownShares = new Shares();
  private final Cells channels = new Cells();
  private final Cells stores = new Cells();
  private final Cells partners = new Cells();
  private final Cells withPoints = new Cells();
  private final Cells withPromoCode = new Cells();

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
    ownShares.add(group, doings.money);
    channels.mark(group, doings.channels);
    stores.mark(group, doings.stores);
    partners.mark(group, doings.partners);
    divide(group, withPoints, doings.withPoints, doings.receipts.count());
    divide(group, withPromoCode, doings.withPromoCode, doings.receipts.count());
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
    drawing.money(place(Section.CONSUMPTION, "category_spend"), money, ownShares);
  }

  void preferences(Drawing drawing) {
    drawing.flags(place(Section.PREFERENCES, "channel"), channels);
    drawing.flags(place(Section.PREFERENCES, "store"), stores);
    drawing.flags(place(Section.PREFERENCES, "partner"), partners);
  }

  void payment(Drawing drawing) {
    drawing.yes(place(Section.MOTIVATION, "receipts_with_points"), withPoints, Of.TIMES);
    drawing.yes(place(Section.MOTIVATION, "receipts_with_promo_code"), withPromoCode, Of.TIMES);
  }

  private static Place place(Section section, String trait) {
    return new Place(section, trait);
  }
}
