package dev.kopilka.bulk.kind;

import static dev.kopilka.bulk.kind.Column.Type.DATE;
import static dev.kopilka.bulk.kind.Column.Type.DECIMAL;
import static dev.kopilka.bulk.kind.Column.Type.ID;
import static dev.kopilka.bulk.kind.Column.Type.MOMENT;
import static dev.kopilka.bulk.kind.Column.Type.MONEY;
import static dev.kopilka.bulk.kind.Column.Type.POINTS;
import static dev.kopilka.bulk.kind.Column.Type.TEXT;
import static dev.kopilka.bulk.kind.Column.must;
import static dev.kopilka.bulk.kind.Column.of;
import static dev.kopilka.bulk.kind.Column.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file to import is about, and the columns that such a file may have (DESIGN §4.4). */
public enum Kind {
  MEMBERS(
      "attr.",
      must("member", ID, "1001"),
      personal("name", TEXT, "Анна Петрова"),
      personal("phone", TEXT, "+79121234567"),
      personal("email", TEXT, "anna@example.com"),
      personal("birth_date", DATE, "1990-05-17"),
      personal("gender", TEXT, "female"),
      personal("city", TEXT, "Москва"),
      of("enrolled_at", MOMENT, "2026-11-01T10:15:00+03:00"),
      of("channel", TEXT, "store"),
      of("staff", TEXT, "s-07"),
      of("referrer", ID, ""),
      of("consents", TEXT, "email sms"),
      of("pilot", TEXT, "")),

  PURCHASES(
      "attr.",
      must("id", ID, "R-20261122-0001"),
      must("member", ID, "1001"),
      must("occurred_at", MOMENT, "2026-11-22T14:06:53"),
      must("amount", MONEY, "1234.50"),
      of("discount", MONEY, "0.00"),
      of("channel", TEXT, "store"),
      of("store", TEXT, "msk-01"),
      of("partner", TEXT, ""),
      of("staff", TEXT, "s-07"),
      of("category", TEXT, "coffee"),
      of("sku", ID, "4600001"),
      of("quantity", DECIMAL, "1"),
      of("points_paid", POINTS, ""),
      of("redemption", ID, ""),
      of("promo_code", TEXT, "")),

  RETURNS(
      "",
      must("id", ID, "V-20261123-0001"),
      must("purchase", ID, "R-20261122-0001"),
      must("occurred_at", MOMENT, "2026-11-23T11:30:00"),
      of("amount", MONEY, "1234.50"),
      of("lines", TEXT, ""),
      of("member", ID, "1001")),

  ACTIVITIES(
      "attr.",
      must("id", ID, "A-1"),
      must("member", ID, "1001"),
      must("occurred_at", MOMENT, "2026-11-22T18:00:00"),
      must("activity", TEXT, "visit"),
      of("value", MONEY, ""),
      of("channel", TEXT, "app"),
      of("staff", TEXT, "")),

  SURVEYS(
      "answer.",
      must("id", ID, "N-1"),
      must("member", ID, "1001"),
      must("occurred_at", MOMENT, "2026-11-22T19:30:00"),
      must("survey", TEXT, "nps"),
      of("score", DECIMAL, "9")),

  CONTRACTS(
      "",
      must("id", ID, "C-1"),
      must("member", ID, "1001"),
      must("starts_on", DATE, "2026-11-01"),
      of("ends_on", DATE, "2027-10-31"),
      must("kind", TEXT, "year"),
      // The day on which it was signed, where it is not the first day of the contract.
      of("occurred_at", MOMENT, "2026-11-01")),

  BALANCES(
      "",
      must("id", ID, "B-1001"),
      must("member", ID, "1001"),
      must("points", POINTS, "500"),
      must("earned_at", DATE, "2026-06-30"),
      of("active_from", DATE, "2026-07-14"),
      of("expires_on", DATE, "2027-07-31"),
      of("reason", TEXT, "migration"),
      // The day of the take-over, where it is not today: reports count the points from then on.
      of("occurred_at", MOMENT, "2026-06-30")),

  ADJUSTMENTS(
      "",
      must("id", ID, "K-1"),
      must("member", ID, "1001"),
      must("points", POINTS, "-50"),
      must("reason", TEXT, "complaint"),
      must("note", TEXT, "ticket 4711"),
      of("expires_on", DATE, ""),
      of("occurred_at", MOMENT, "2026-11-22T12:00:00")),

  REDEMPTIONS(
      "",
      must("id", ID, "S-1"),
      must("member", ID, "1001"),
      must("occurred_at", MOMENT, "2026-11-22T14:06:00"),
      of("points", POINTS, "100"),
      of("reward", TEXT, ""),
      of("channel", TEXT, "store"),
      of("store", TEXT, "msk-01"),
      of("staff", TEXT, "s-07"));

  private final String prefix;
  private final List<Column> columns;

  /**
   * @param prefix what precedes the names of columns of the caller's own; "" where there are none
   */
  Kind(String prefix, Column... columns) {
    this.prefix = prefix;
    this.columns = List.of(columns);
  }

  /** What precedes the names of columns of the caller's own: attributes, answers. */
  public String prefix() {
    return prefix;
  }

  public List<Column> columns() {
    return columns;
  }

  /** The word that {@code --kind} takes. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether rows that share an id belong together. */
  public boolean isGrouped() {
    return this == PURCHASES;
  }

  /** The column whose sum tells whether a file came whole; "" where none does. */
  public String counted() {
    return switch (this) {
      case PURCHASES, RETURNS -> "amount";
      case BALANCES, ADJUSTMENTS, REDEMPTIONS -> "points";
      case ACTIVITIES -> "value";
      case SURVEYS -> "score";
      case MEMBERS, CONTRACTS -> "";
    };
  }

  /** The column of that name, an attribute of the caller's own included. */
  public Optional<Column> column(String name) {
    for (var column : columns) {
      if (column.name().equals(name)) return Optional.of(column);
    }
    return !prefix.isEmpty() && name.startsWith(prefix) && name.length() > prefix.length()
        // Nobody knows what an attribute holds, so it is treated as personal.
        ? Optional.of(personal(name, TEXT, ""))
        : Optional.empty();
  }

  public List<String> names() {
    var names = new ArrayList<String>();
    for (var column : columns) names.add(column.name());
    return names;
  }

  /** The columns without which there is nothing to import. */
  public List<String> required() {
    var names = new ArrayList<String>();
    for (var column : columns) if (column.required()) names.add(column.name());
    return names;
  }
}
