package dev.kopilka.segment.facts;

import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.account.Totals;
import dev.kopilka.program.segment.Condition.Counted;
import dev.kopilka.program.segment.Condition.Field;
import dev.kopilka.segment.RfmRow;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * What segments may ask about one member on one day.
 *
 * @param enrolled local day of enrolment
 * @param lastPurchase local day of the last purchase, {@link LocalDate#EPOCH} for none
 * @param age full years, empty when the birth date is unknown or nobody asks
 */
public record MemberFacts(
    long number,
    LocalDate day,
    LocalDate enrolled,
    LocalDate lastPurchase,
    Words words,
    Points points,
    Totals totals,
    OptionalLong age,
    Scores scores) {
  /**
   * What is said of the member in words; "" for unknown.
   *
   * @param stage "" also where nobody asks, and for a card that was merged into another one
   * @param answers the last one by survey and question, {@code visit.why}; empty unless somebody
   *     asks
   */
  public record Words(
      String tier,
      String stage,
      String status,
      String channel,
      String gender,
      String city,
      Map<String, String> attributes,
      Map<String, String> answers) {}

  /**
   * What the member is worth, thinks and does, each empty unless somebody asks.
   *
   * @param answers the last score by survey, in hundredths
   * @param times how often the member did what each condition counts; what never was may be missing
   */
  public record Scores(
      Optional<RfmRow> rfm, Map<String, Long> answers, Map<Counted, Long> times) {
    private OptionalLong of(ToLongFunction<RfmRow> score) {
      return rfm.isEmpty() ? OptionalLong.empty() : OptionalLong.of(score.applyAsLong(rfm.get()));
    }
  }

  /** Spendable points, and all open ones less what the member owes. */
  public record Points(long available, long balance) {}

  /**
   * The word, "" for unknown.
   *
   * @param name of the free attribute, or survey and question, where one is asked for
   */
  public String word(Field field, String name) {
    return switch (field) {
      case TIER -> words.tier();
      case STAGE -> words.stage();
      case STATUS -> words.status();
      case CHANNEL -> words.channel();
      case GENDER -> words.gender();
      case CITY -> words.city();
      case ATTR -> words.attributes().getOrDefault(name, "");
      case ANSWER -> words.answers().getOrDefault(name, "");
      case RFM -> scores.rfm().map(RfmRow::segment).orElse("");
      case BALANCE, AVAILABLE, RECENCY_DAYS, FREQUENCY, SPEND, ENROLLED_DAYS, AGE, R, F, M, SURVEY,
          BOUGHT, DID, REDEEMED ->
          throw new IllegalArgumentException(field + " is a number");
    };
  }

  /**
   * The number, or nothing where the member has none: no purchase yet, no birth date.
   *
   * @param survey code, where scores of a survey are asked for
   */
  public OptionalLong number(Field field, String survey) {
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
      case R -> scores.of(RfmRow::r);
      case F -> scores.of(RfmRow::f);
      case M -> scores.of(RfmRow::m);
      case SURVEY -> {
        var score = scores.answers().get(survey);
        yield score == null ? OptionalLong.empty() : OptionalLong.of(score);
      }
      case TIER, STAGE, STATUS, CHANNEL, GENDER, CITY, ATTR, ANSWER, RFM ->
          throw new IllegalArgumentException(field + " is a word");
      case BOUGHT, DID, REDEEMED ->
          throw new IllegalArgumentException(field + " is counted by condition");
    };
  }

  /** Whether the member takes part still. */
  boolean takesPart() {
    return MemberStatus.of(words.status()).takesPart();
  }

  /** How often the member did what the condition counts. */
  public long times(Counted counted) {
    return scores.times().getOrDefault(counted, 0L);
  }
}
