package dev.kopilka.program.yaml;

import static dev.kopilka.program.outreach.Channel.Contact.EMAIL;
import static dev.kopilka.program.outreach.Channel.Contact.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Days;
import dev.kopilka.model.value.Trouble.BadInput;
import dev.kopilka.program.EarningBase;
import dev.kopilka.program.Programme;
import dev.kopilka.program.earn.Cap;
import dev.kopilka.program.earn.Expiry;
import dev.kopilka.program.earn.Give;
import dev.kopilka.program.earn.Trigger;
import dev.kopilka.program.outreach.Channel;
import dev.kopilka.program.privilege.Discount;
import dev.kopilka.program.privilege.Window;
import dev.kopilka.program.segment.Condition.Among;
import dev.kopilka.program.segment.Condition.Between;
import dev.kopilka.program.segment.Condition.Counted;
import dev.kopilka.program.segment.Condition.Field;
import dev.kopilka.program.segment.RfmTerms;
import dev.kopilka.program.steering.Goal;
import dev.kopilka.program.steering.Indicator;
import dev.kopilka.program.steering.StaffTerms;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sound file means, section by section. */
class ProgrammeReaderTest {
  private static final Programme LEGAL =
      ProgrammeReader.read("legal.yaml", MalformedTest.resource("legal.yaml"));

  private static final String SMALLEST =
      """
      program:
        code: small
        name: Small
        currency: JPY
        timezone: Asia/Tokyo
        points: { name: [point, points], scale: 2, value: "0.5" }
      """;

  @Test
  void countsMoneyInMinorUnitsAndPointsInSmallest() {
    var rule = LEGAL.earn().stream().filter(earn -> earn.code().equals("base")).findFirst();
    assertEquals(new Give.Per(5, 10_000), rule.orElseThrow().give());
    assertEquals(OptionalLong.of(4050), LEGAL.rewards().get("cup").moneyCost());
    assertEquals(2, LEGAL.currencyScale());
    assertEquals(new BigDecimal("12500"), LEGAL.moneyOf(100));
  }

  @Test
  void sortsRulesByCodeWhateverTheirOrderInTheFile() {
    var codes = LEGAL.earn().stream().map(rule -> rule.code()).toList();
    assertEquals(List.of("base", "cashback", "double", "visits"), codes);
  }

  @Test
  void readsConditionsCapsAndTriggers() {
    var rule = LEGAL.earn().get(1);
    assertEquals(new Give.Percent(new BigDecimal("0.05")), rule.give());
    assertEquals(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), rule.when().weekdays());
    assertEquals(OptionalLong.of(50_000), rule.when().minAmount());
    assertTrue(rule.valid().covers(LocalDate.of(2026, 12, 31)));
    var open = OptionalLong.empty();
    assertEquals(
        new Cap(OptionalLong.of(500), OptionalLong.of(1000), open, open, open, false), rule.cap());
    assertEquals(Trigger.activity("visit"), LEGAL.earn().get(3).on());
    assertEquals(Expiry.NEVER, LEGAL.earn().get(3).expire());
  }

  @Test
  void readsTiersDiscountsSegmentsAndRfm() {
    var tiers = LEGAL.tiers().orElseThrow();
    assertEquals(new Window.Rolling(Period.ofMonths(12)), tiers.window());
    assertEquals("gold", tiers.reachedBy(3_000_000).code());
    assertEquals("silver", tiers.reachedBy(2_999_999).code());
    assertEquals(2, tiers.rank("platinum"));
    var golden = (Discount.ByTier) LEGAL.discounts().getFirst();
    assertEquals(new BigDecimal("0.075"), golden.rate());
    var sleeping = LEGAL.segments().get("sleeping").when();
    assertTrue(sleeping.contains(new Between(Field.RECENCY_DAYS, 90, 365)));
    assertTrue(sleeping.contains(new Among(Field.ATTR, "club", Set.of("west"), false)));
    assertTrue(sleeping.contains(new Among(Field.CITY, "", Set.of("Тверь"), true)));
    assertEquals(RfmTerms.Method.EDGES, LEGAL.rfm().method());
    assertEquals(List.of(10_000L, 50_050L, 100_000L, 500_000L), LEGAL.rfm().monetaryEdges());
    assertEquals("best", LEGAL.rfm().nameOf(4, 5, 3));
    assertEquals("", LEGAL.rfm().nameOf(1, 5, 3));
  }

  @Test
  void readsGoalsPartnersChannelsAndStaff() {
    var steering = LEGAL.steering();
    var buyers = steering.goals().getFirst();
    assertEquals(Indicator.BUYERS, buyers.indicator());
    assertEquals(new Goal.Point(LocalDate.of(2026, 12, 30), new BigDecimal(200)), buyers.target());
    assertEquals(LocalDate.of(2026, 10, 1), buyers.from(LocalDate.of(2026, 10, 31)));
    assertEquals(
        new BigDecimal("0.75"),
        steering.partners().get("bank").settlement().orElseThrow().paysPerIssued());
    assertEquals(Set.of("pharmacy", "bank"), LEGAL.partners());
    assertEquals(0, steering.channelCosts().get("web").perMonth());
    assertEquals(100_050, steering.channelCosts().get("sms").perMonth());
    assertEquals(21, steering.staff().activeAfter());
    assertEquals(new StaffTerms.Bonus(5_500, 10_000, 0), steering.staff().bonus().orElseThrow());
    assertEquals("1001", steering.staff().people().get("s-1").member());
    assertEquals(StaffTerms.USUAL, read(SMALLEST).steering().staff());
  }

  @Test
  void readsConditionsOverScoresAndAnswers() {
    assertEquals(
        List.of(
            new Among(Field.RFM, "", Set.of("best"), false),
            new Between(Field.R, 4, Long.MAX_VALUE),
            new Between(Field.M, 5, 5),
            new Between(Field.SURVEY, "nps", Long.MIN_VALUE, 600)),
        LEGAL.segments().get("unhappy").when());
    assertEquals(
        List.of(
            new Among(Field.ANSWER, "nps.why", Set.of("price", "цена"), false),
            new Among(Field.ANSWER, "nps.who", Set.of("me"), true)),
        LEGAL.segments().get("cost").when());
  }

  @Test
  void readsConditionsOverStagesAndGoods() {
    assertEquals(
        List.of(
            new Among(Field.STAGE, "", Set.of("lost"), false),
            counted(Field.BOUGHT, Set.of("coffee"), "P90D", 2),
            new Counted(Field.BOUGHT, Set.of("cake", "tea"), Optional.empty(), 0, 0)),
        LEGAL.segments().get("leaving").when());
  }

  /** Without a number at least once, without a word all of them. */
  @Test
  void readsConditionsOverDeeds() {
    var lately = Optional.of(Period.ofDays(21));
    assertEquals(
        List.of(
            counted(Field.DID, Set.of("training", "visit"), "P180D", 3),
            new Counted(Field.DID, Set.of(), lately, 0, 0),
            new Counted(Field.REDEEMED, Set.of("cup"), Optional.empty(), 2, Long.MAX_VALUE)),
        LEGAL.segments().get("fading").when());
    assertEquals(
        List.of(counted(Field.REDEEMED, Set.of(), "P1Y", 1)),
        LEGAL.segments().get("spending").when());
  }

  private static Counted counted(Field field, Set<String> words, String within, long least) {
    return new Counted(field, words, Optional.of(Period.parse(within)), least, Long.MAX_VALUE);
  }

  @Test
  void readsHowMembersAreSpokenTo() {
    var outreach = LEGAL.outreach();
    var cap = new dev.kopilka.program.outreach.Cap(1, Period.ofDays(14));
    assertEquals(
        new Channel("sms", "sms", "text", Channel.Contact.PHONE, Optional.of(cap)),
        outreach.channel("sms"));
    assertEquals(Channel.Contact.EMAIL, outreach.channel("email").contact());
    assertEquals(List.of("sms", "email"), outreach.messages().getFirst().channels());
    assertEquals(Optional.of(Period.ofDays(30)), outreach.messages().getFirst().again());
    assertEquals(Optional.empty(), outreach.messages().getLast().again());
    assertTrue(outreach.messages().getLast().isFor("sleeping"));
    assertEquals(2, outreach.cap().orElseThrow().most());
    assertEquals(Set.of("email"), outreach.channelsTo(Set.of("email", "text"), Set.of(EMAIL, NONE)));
  }

  @Test
  void takesTheScalesOfCurrencyAndPointsFromTheFileItself() {
    var programme = read(SMALLEST + "rewards: [{ code: tea, cost: 1.25, money_cost: 300 }]\n");
    assertEquals(125, programme.rewards().get("tea").cost());
    assertEquals(OptionalLong.of(300), programme.rewards().get("tea").moneyCost());
    assertEquals(0, programme.currencyScale());
  }

  @Test
  void hasADefaultForWhatIsLeftOut() {
    var programme = read(SMALLEST);
    assertEquals(new EarningBase(true, true, Set.of()), programme.earningBase());
    assertEquals(RfmTerms.CLASSICAL, programme.rfm());
    assertEquals(Days.NEVER, programme.order().date());
    assertEquals(BigDecimal.ONE, programme.points().maxShare());
    assertTrue(programme.tiers().isEmpty());
  }

  @Test
  void tellsEverythingThatIsWrongInTheOrderOfTheFile() {
    var trouble =
        assertThrows(
            BadInput.class,
            () ->
                read(SMALLEST.replace("JPY", "YEN") + "earn: [{ code: a b, on: purchase }]\nx: 1"));
    var found = trouble.findings().stream().map(f -> f.place() + " " + f.problem().code()).toList();
    assertEquals(
        List.of(
            "p.yaml:4:13 CURRENCY_UNKNOWN",
            "p.yaml:7:8 KEY_MISSING",
            "p.yaml:7:16 VALUE_NOT_CODE",
            "p.yaml:8:1 KEY_UNKNOWN"),
        found);
    assertEquals(4, trouble.total());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"k%d: 1\n", "{k%d: 1, k%d: 2}: 3\n", "kindly-%d-long-key-with-much-text: x\n"})
  void aMegabyteOfNonsenseIsRefusedInSeconds(String line) {
    var text = new StringBuilder(SMALLEST);
    for (var i = 0; text.length() < 1_000_000; i++) text.append(line.replace("%d", "" + i));
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertThrows(BadInput.class, () -> read(text.toString())));
  }

  @Test
  void refusesARootThatIsNoMapping() {
    var trouble = assertThrows(BadInput.class, () -> read("- a\n- b\n"));
    assertEquals("VALUE_NOT_MAPPING", trouble.problem().code());
  }

  private static Programme read(String text) {
    return ProgrammeReader.read("p.yaml", text);
  }
}
