package dev.kopilka.segment.clv;

import dev.kopilka.segment.clv.estimate.Histories;
import dev.kopilka.segment.clv.estimate.Histories.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/** Takes buyers one by one and keeps of each what the models need. */
final class Gathering {
  private final Span span;
  private final int[] laterOn;
  private final List<Buyer> buyers = new ArrayList<>();

  private record Buyer(long member, int repeats, int recency, int age, long spend, int later) {}

  private record Named(String code, Buyer buyer) {}

  Gathering(Span span) {
    this.span = span;
    this.laterOn = new int[span.holdout()];
  }

  /** Somebody without a purchase in the calibration is no buyer yet. */
  void take(long member, Purchases purchases) {
    var first = 0;
    var last = 0;
    var known = 0;
    var later = 0;
    for (var day : purchases.occasions()) {
      if (day < span.from() || day > span.last()) continue;
      if (day <= span.end()) {
        if (known++ == 0) first = day;
        last = day;
      } else if (known > 0) {
        later++;
        laterOn[day - span.end() - 1]++;
      }
    }
    if (known == 0) return;
    var spend = purchases.spent(first, span.end());
    buyers.add(new Buyer(member, known - 1, last - first, span.end() - first, spend, later));
  }

  /** Sorts here and not in the database, whose collation of codes may differ from another's. */
  Histories sorted(LongFunction<String> code) {
    var named = new ArrayList<Named>(buyers.size());
    for (var buyer : buyers) named.add(new Named(code.apply(buyer.member), buyer));
    named.sort(Comparator.comparing(Named::code));
    var size = named.size();
    var all =
        new Histories(
            span,
            new String[size],
            new int[size],
            new int[size],
            new int[size],
            new long[size],
            new int[size],
            laterOn);
    for (var i = 0; i < size; i++) {
      var buyer = named.get(i).buyer;
      all.codes()[i] = named.get(i).code;
      all.repeats()[i] = buyer.repeats;
      all.recency()[i] = buyer.recency;
      all.age()[i] = buyer.age;
      all.spend()[i] = buyer.spend;
      all.later()[i] = buyer.later;
    }
    return all;
  }
}
