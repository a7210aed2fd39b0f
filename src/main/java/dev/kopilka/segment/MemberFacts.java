package dev.kopilka.segment;

import dev.kopilka.model.account.Totals;
import dev.kopilka.program.segment.Condition.Field;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What segments may ask about one member on one day.
 *
 * @param enrolled local day of enrolment
 * @param lastPurchase local day of the last purchase, {@link LocalDate#EPOCH} for none
 * @param age full years, empty when the birth date is unknown or nobody asks
 */
record MemberFacts(
    long number,
    LocalDate day,
    LocalDate enrolled,
    LocalDate lastPurchase,
    Words words,
    Points points,
    Totals totals,
    OptionalLong age) {
  /** What is said of the member in words; "" for unknown. */
  record Words(
      String tier,
      String status,
      String channel,
      String gender,
      String city,
      Map<String, String> attributes) {}

  /** Spendable points, and all open ones less what the member owes. */
  record Points(long available, long balance) {}

  String word(Field field, String attribute) {
    return switch (field) {
      case TIER -> words.tier();
      case STATUS -> words.status();
      case CHANNEL -> words.channel();
      case GENDER -> words.gender();
      case CITY -> words.city();
      case ATTR -> words.attributes().getOrDefault(attribute, "");
      case BALANCE, AVAILABLE, RECENCY_DAYS, FREQUENCY, SPEND, ENROLLED_DAYS, AGE ->
          throw new IllegalArgumentException(field + " is a number");
    };
  }

  /** The number, or nothing where the member has none: no purchase yet, no birth date. */
  OptionalLong number(Field field) {
    return switch (field) {
      case BALANCE -> OptionalLong.of(points.balance());
      case AVAILABLE -> OptionalLong.of(points.available());
      case RECENCY_DAYS ->
          totals.lastPurchaseAt() == 0
              ? OptionalLong.empty()
              : OptionalLong.of(day.toEpochDay() - lastPurchase.toEpochDay());
      case FREQUENCY -> OptionalLong.of(totals.purchases());
      case SPEND -> OptionalLong.of(totals.spend());
      case ENROLLED_DAYS -> OptionalLong.of(day.toEpochDay() - enrolled.toEpochDay());
      case AGE -> age;
      case TIER, STATUS, CHANNEL, GENDER, CITY, ATTR ->
          throw new IllegalArgumentException(field + " is a word");
    };
  }
}
