package dev.kopilka.report.liability;

import dev.kopilka.model.EntryKind;
import dev.kopilka.model.value.Invariant;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Tells the story of every lot up to the end of a day, member by member, in the order of posting. */
public final class LotStories {
  private final ZoneId zone;
  private final long lastDay;
  private final Listener listener;

  // One member's.
  private final TreeMap<Integer, StoryLot> lots = new TreeMap<>();
  private final Map<Integer, Long> spentOn = new HashMap<>();
  private long member = -1;
  private int entry = -1;

  private long dayStart = 1;
  private long dayEnd;
  private long day;

  /** Why points left a lot. */
  public enum Why {
    REDEEMED,
    /** Redeemed points came back into their lot: negative points. */
    RESTORED,
    LAPSED,
    /** Taken back with a purchase or corrected by hand. */
    TAKEN,
    /** They go on in a lot of another member, or came back from there. */
    MOVED
  }

  /**
   * Points that leave a lot.
   *
   * @param points smallest units; negative where they come back
   * @param day when
   * @param since when they had been redeemed, for those that come back; else the day
   * @param youngest the latest earning day among the lots that the member could have spent then
   */
  public record Leaving(Why why, long points, long day, long since, long youngest) {}

  /** Is told what happens; lots are as they were just before. */
  public interface Listener {
    /** A lot is opened with its remaining points. */
    void opens(StoryLot lot, long day);

    void leaves(StoryLot lot, Leaving leaving);

    /** The lot is open at the end of the last day. */
    void stays(StoryLot lot);

    /** Two who listen to one telling. */
    static Listener both(Listener one, Listener other) {
      return new Listener() {
        @Override
        public void opens(StoryLot lot, long day) {
          one.opens(lot, day);
          other.opens(lot, day);
        }

        @Override
        public void leaves(StoryLot lot, Leaving leaving) {
          one.leaves(lot, leaving);
          other.leaves(lot, leaving);
        }

        @Override
        public void stays(StoryLot lot) {
          one.stays(lot);
          other.stays(lot);
        }
      };
    }
  }

  private LotStories(ZoneId zone, LocalDate lastDay, Listener listener) {
    this.zone = zone;
    this.lastDay = lastDay.toEpochDay();
    this.listener = listener;
  }

  /** Reads every entry once; only what occurred until the end of the day is told. */
  public static void tell(Unit unit, ZoneId zone, LocalDate lastDay, Listener listener) {
    var stories = new LotStories(zone, lastDay, listener);
    new Reports(unit).ask("lot_stories").eachAtOnce(stories::read);
    stories.close();
  }

  private void read(Row row) {
    if (row.number(1) != member) {
      close();
      member = row.number(1);
      entry = -1;
    }
    var kind = EntryKind.of((int) row.number(3));
    var on = dayOf(row.number(4));
    var seq = (int) row.number(2);
    // An entry has a row for each of its draws; what it draws comes out before what it opens goes in.
    if (row.number(10) > 0 && on <= lastDay) draw(row, kind, on);
    if (seq == entry) return;
    entry = seq;
    if (kind == EntryKind.REDEEM || kind == EntryKind.CAPTURE) spentOn.put(seq, on);
    if (row.number(6) > 0) open(row, kind, on);
  }

  private void open(Row row, EntryKind kind, long on) {
    var lot = new StoryLot(kind, row.text(12), row.number(7), row.number(8));
    lot.expireOn(row.number(9));
    lots.put((int) row.number(2), lot);
    // What was recorded late may have been drawn before the lot itself occurred: then it owes.
    if (on > lastDay) return;
    lot.fill(row.number(6));
    listener.opens(lot, on);
  }

  private void draw(Row row, EntryKind kind, long on) {
    var lot = lots.get((int) row.number(10));
    Invariant.holds(lot != null, "an entry draws from a lot that is not there");
    var points = row.number(11);
    if (kind == EntryKind.EXTEND) lot.expireOn(row.number(9));
    if (points == 0) return;
    var since = kind == EntryKind.RESTORE ? spentOn.getOrDefault((int) row.number(5), on) : on;
    listener.leaves(lot, new Leaving(why(kind), points, on, since, youngest(on)));
    lot.take(points);
  }

  private static Why why(EntryKind kind) {
    return switch (kind) {
      case REDEEM, CAPTURE -> Why.REDEEMED;
      case RESTORE -> Why.RESTORED;
      case EXPIRE -> Why.LAPSED;
      case EARN, RETURN, ADJUST, OPENING -> Why.TAKEN;
      case TRANSFER, MERGE, UNMERGE -> Why.MOVED;
      case HOLD, RELEASE, TIER, EXTEND, GRANT, REVOKE ->
          throw new IllegalStateException("moves no points: " + kind);
    };
  }

  private long youngest(long on) {
    var youngest = Long.MIN_VALUE;
    for (var lot : lots.values()) {
      if (lot.isSpendable(on)) youngest = Math.max(youngest, lot.earnedOn());
    }
    return youngest;
  }

  /** The member's last word. What is over its last good day has lapsed, closed or not. */
  private void close() {
    for (var lot : lots.values()) {
      if (lot.remaining() == 0) continue;
      if (lot.expiresOn() < lastDay) {
        var on = lot.expiresOn() + 1;
        listener.leaves(lot, new Leaving(Why.LAPSED, lot.remaining(), on, on, on));
      } else {
        listener.stays(lot);
      }
    }
    lots.clear();
    spentOn.clear();
  }

  /** Entries of a day mostly come together, so the last answer is a good guess. */
  private long dayOf(long millis) {
    if (millis >= dayStart && millis < dayEnd) return day;
    var date = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    dayStart = date.atStartOfDay(zone).toInstant().toEpochMilli();
    dayEnd = date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    day = date.toEpochDay();
    return day;
  }
}
