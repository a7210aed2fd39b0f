package dev.kopilka.command.report.liability;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Which part of the points is expected to be redeemed in the end, as it was estimated over time. */
final class Shares {
  private static final String SHARE = "share";
  private static final String FROM = "from";

  private final TreeMap<LocalDate, BigDecimal> byDay = new TreeMap<>();

  private Shares() {}

  /** What {@code --expected} says: one share for good, or a file with shares from days on. */
  static Shares of(Desk desk, Given given) {
    var text = given.text("--expected");
    if (text.isEmpty()) {
      throw new Trouble.Usage(Problem.of("EXPECTED_MISSING"));
    }
    var shares = new Shares();
    if (!text.endsWith("%")) {
      shares.read(desk, text);
      return shares;
    }
    var share = percent(text);
    if (share.isEmpty()) throw new Trouble.BadInput(malformed(text).with("option", "--expected"));
    shares.byDay.put(LocalDate.MIN, share.get());
    return shares;
  }

  private static Problem malformed(String found) {
    return Problem.of("SHARE_MALFORMED").with("found", found);
  }

  private void read(Desk desk, String name) {
    try (var table = FileTable.open(desk, name, List.of(FROM, SHARE))) {
      while (table.advance()) {
        var text = table.text(SHARE);
        var share = percent(text);
        if (share.isEmpty()) throw table.bad(SHARE, malformed(text));
        var day = table.date(FROM);
        if (byDay.putIfAbsent(day, share.get()) != null) {
          throw table.bad(FROM, Problem.of("SHARE_TWICE").with("day", day));
        }
      }
      if (byDay.isEmpty()) throw table.bad(Problem.of("FILE_NO_ROWS"));
    }
  }

  /** A share of one, from {@code 0%} to {@code 100%}. */
  private static Optional<BigDecimal> percent(String text) {
    if (!text.endsWith("%")) return Optional.empty();
    return Decimals.parse(text.substring(0, text.length() - 1))
        .map(percent -> percent.movePointLeft(2))
        .filter(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
  }

  /** The estimate as of a day; before the first one that one. */
  BigDecimal at(LocalDate day) {
    var known = byDay.floorEntry(day);
    return known == null ? byDay.firstEntry().getValue() : known.getValue();
  }
}
