package dev.kopilka.segment.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told what, and who is left in peace. */
class ActionsTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String MORE =
      """
        - { code: visit, on: "activity:visit", give: { points: 100 } }
      rewards:
        - { code: mug, cost: 40, stock: 1 }
      channels:
        - { code: email, cap: { most: 1, per: P7D } }
        - { code: sms, consent: texts }
      messages:
        - { code: come-back, segment: [west], channel: [email, sms], again: P30D }
        - { code: have-a-mug, channel: [email, sms], reward: mug }
      frequency_cap: { most: 2, per: P10D }
      segments:
        - { code: west, when: { attr.club: [west], enrolled_days: { min: 30 }, available: { max: 500 } } }
        - { code: everybody, when: { status: [active] } }
      """;

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder, Shop.PROGRAMME + MORE);
    shop.enrol("ann", START, "attr.club", "west", "email", "ann@example.org", "consents", "email");
    shop.enrol("bob", START, "attr.club", "west", "phone", "+79120000001", "consents", "email,texts");
    shop.enrol("cat", START, "attr.club", "west", "email", "cat@example.org");
    shop.enrol("dan", START, "attr.club", "west", "email", "dan@example.org", "consents", "email");
    shop.enrol("eve", START, "phone", "+79120000002", "consents", "texts");
    for (var member : List.of("bob", "eve")) {
      var visit = Facts.NONE.withSubject("visit");
      shop.ask(EventKind.ACTIVITY, member, "V" + member, DAY.minusDays(9), visit);
    }
    assertEquals(List.of(), shop.post(DAY));
    done(DAY, "segment run");
    done(DAY, "member block dan --reason asked");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Typed done(LocalDate day, String line) {
    var typed = shop.at(day).type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }

  /** Member, message and channel of the actions for the segment on a day so many days later. */
  private String actions(int later, String line) {
    var columns = " -q -o tsv --columns member,message,channel";
    var typed = done(DAY.plusDays(later), "segment actions " + line + columns);
    return String.join("; ", typed.out().lines().skip(1).toList()).replace('\t', ' ');
  }

  @Test
  void eachIsTakenBySuchAChannelAsTheyAgreedTo() {
    var typed = done(DAY, "segment actions west -o csv");
    assertEquals(
        """
        member,message,name,channel,contact,reward,reason
        ann,come-back,come-back,email,a***@example.org,,"west: available=0, enrolled_days=325"
        bob,come-back,come-back,sms,'+7***01,,"west: available=100, enrolled_days=325"
        """,
        typed.out());
    assertTrue(
        typed.err().contains("looked at: 3. Not spoken to: 0 fit the segment no more, 0 heard"),
        typed.err());
    assertTrue(typed.err().contains("1 cannot be reached or did not agree"), typed.err());
  }

  @Test
  void everyMemberIsToldOneThingThroughWhicheverSegment() {
    var typed = done(DAY, "segment actions -o csv --columns member,message,channel,reason");
    assertEquals(
        """
        member,message,channel,reason
        ann,come-back,email,"west: available=0, enrolled_days=325"
        bob,come-back,sms,"west: available=100, enrolled_days=325"
        eve,have-a-mug,sms,everybody: status=active
        """,
        typed.out());
    assertTrue(typed.err().contains("Members of everybody as found"), typed.err());
    assertTrue(typed.err().contains("looked at: 4. Not spoken to: 0 fit"), typed.err());
    assertEquals(actions(0, ""), actions(0, "everybody west"));
    // The order of the messages counts, and of the segments only for one message.
    assertEquals("bob have-a-mug sms; eve have-a-mug sms", actions(0, "everybody"));
  }

  @Test
  void capsHoldThroughAllSegments() {
    assertEquals("ann come-back email; bob come-back sms; eve have-a-mug sms", actions(0, "--record"));
    assertEquals("bob have-a-mug sms", actions(1, "--record"));
    assertEquals("", actions(2, ""));
    assertEquals("", actions(2, "west everybody"));
  }

  @Test
  void whoFitsOneSegmentNoMoreIsToldWhatIsForAnother() {
    done(DAY, "member update bob --attr club=east");
    assertEquals("ann come-back email; bob have-a-mug sms; eve have-a-mug sms", actions(0, ""));
    assertEquals("ann come-back email", actions(0, "west"));
  }

  @Test
  void aProgrammeWithoutSegmentsSpeaksToNobody(@TempDir Path there) {
    try (var other = new Shop(there, Shop.PROGRAMME)) {
      other.enrol("ann", START);
      var typed = other.at(DAY).type("segment actions -o csv --columns member");
      assertEquals(Exit.DONE, typed.exit(), typed.err());
      assertEquals("member\n", typed.out());
    }
  }

  @Test
  void whatWasHandedOutCountsForTheCaps() {
    assertEquals("ann come-back email; bob come-back sms", actions(0, "west --record"));
    // The same once more at the same moment is the same run.
    assertEquals("ann come-back email; bob come-back sms", actions(0, "west --record"));
    // Nobody is told the same so soon; only bob can afford a mug.
    assertEquals("bob have-a-mug sms", actions(1, "west --record"));
    // Both of ten days are used up, and nobody is offered the mug twice.
    assertEquals("", actions(2, "west"));
    assertEquals("", actions(29, "west"));
    assertEquals("ann come-back email; bob come-back sms", actions(30, "west"));
  }

  @Test
  void theCapOfAllChannelsHoldsAcrossSegments() {
    actions(0, "west --record");
    actions(1, "everybody --record");
    var typed = done(DAY.plusDays(2), "segment actions everybody");
    assertTrue(typed.err().contains("2 heard from us lately"), typed.err());
    assertEquals("eve have-a-mug sms", actions(1, "everybody --record").replaceAll(".*; ", ""));
  }

  @Test
  void aChannelHasACapOfItsOwn() {
    done(DAY, "member update bob --email bob@example.org");
    assertEquals("ann come-back email; bob come-back email", actions(0, "west --record"));
    assertEquals("bob have-a-mug sms", actions(6, "west"));
    assertEquals("bob have-a-mug email", actions(7, "west"));
  }

  @Test
  void whatTheOldCardWasToldCountsForTheNewOne() {
    done(DAY, "member block ann --reason asked");
    done(DAY, "member block eve --reason asked");
    actions(0, "west --record");
    actions(1, "everybody --record");
    shop.enrol("new", START, "attr.club", "west", "phone", "+79120000003", "consents", "texts");
    done(DAY.plusDays(1), "member merge bob new --reason two-cards");
    done(DAY.plusDays(1), "segment run");
    assertEquals("", actions(9, "west"));
    assertEquals("", actions(29, "west"));
    assertEquals("new come-back sms", actions(30, "west"));
  }

  @Test
  void whatCannotBeTakenIsNotOffered() {
    assertEquals("bob have-a-mug sms; eve have-a-mug sms", actions(0, "everybody"));
    shop.ask(EventKind.REDEMPTION, "eve", "R", DAY, Facts.NONE.withSubject("mug"));
    assertEquals(List.of(), shop.post(DAY));
    assertEquals("", actions(0, "everybody"));
  }

  @Test
  void whoDoesNotFitAnyMoreIsLeftInPeace() {
    done(DAY, "member update ann --attr club=east");
    var typed = done(DAY, "segment actions west -o csv --columns member");
    assertEquals("member\nbob\n", typed.out());
    assertTrue(typed.err().contains("1 fit the segment no more"), typed.err());
  }

  @Test
  void aDryRunKeepsNothing() {
    assertEquals("ann come-back email; bob come-back sms", actions(0, "west --record --dry-run"));
    assertEquals("ann come-back email; bob come-back sms", actions(1, "west"));
  }

  @Test
  void whoLooksBehindTheMaskIsInTheLog() {
    var typed = done(DAY, "segment actions west --reveal --csv-raw -q -o csv --columns contact");
    assertEquals("contact\nann@example.org\n+79120000001\n", typed.out());
    var log = done(DAY, "audit log -q -o csv --columns action,details");
    assertTrue(log.out().contains("reveal segment actions,segment=west"), log.out());
  }

  @Test
  void anUnknownSegmentLeavesNoTrace() {
    var typed = shop.at(DAY).type("segment actions west wst --record --reveal");
    assertEquals(Exit.NOT_FOUND, typed.exit());
    var log = done(DAY, "audit log -q -o csv --columns action");
    assertTrue(!log.out().contains("actions"), log.out());
  }

  @Test
  void ofAnUnknownSegmentNothingElseIsSaid() {
    var typed = shop.at(DAY).type("segment actions wst");
    assertEquals(Exit.NOT_FOUND, typed.exit());
    assertTrue(typed.err().startsWith("kopilka: The programme"), typed.err());
  }
}
