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
      true,
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
      true,
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
      false,
      must("id", ID, "V-20261123-0001"),
      must("purchase", ID, "R-20261122-0001"),
      must("occurred_at", MOMENT, "2026-11-23T11:30:00"),
      of("amount", MONEY, "1234.50"),
      of("lines", TEXT, ""),
      of("member", ID, "1001")),

  ACTIVITIES(
      true,
      must("id", ID, "A-1"),
      must("member", ID, "1001"),
      must("occurred_at", MOMENT, "2026-11-22T18:00:00"),
      must("activity", TEXT, "visit"),
      of("value", MONEY, ""),
      of("channel", TEXT, "app"),
      of("staff", TEXT, "")),

  BALANCES(
      false,
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
      false,
      must("id", ID, "K-1"),
      must("member", ID, "1001"),
      must("points", POINTS, "-50"),
      must("reason", TEXT, "complaint"),
      must("note", TEXT, "ticket 4711"),
      of("expires_on", DATE, ""),
      of("occurred_at", MOMENT, "2026-11-22T12:00:00")),

  REDEMPTIONS(
      false,
      must("id", ID, "S-1"),
      must("member", ID, "1001"),
      must("occurred_at", MOMENT, "2026-11-22T14:06:00"),
      of("points", POINTS, "100"),
      of("reward", TEXT, ""),
      of("channel", TEXT, "store"),
      of("store", TEXT, "msk-01"),
      of("staff", TEXT, "s-07"));

  /** What precedes the name of an attribute of the caller's own. */
  public static final String ATTRIBUTE = "attr.";

  private final boolean attributes;
  private final List<Column> columns;

  Kind(boolean attributes, Column... columns) {
    this.attributes = attributes;
    this.columns = List.of(columns);
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
      case MEMBERS -> "";
    };
  }

  /** The column of that name, an attribute of the caller's own included. */
  public Optional<Column> column(String name) {
    for (var column : columns) {
      if (column.name().equals(name)) return Optional.of(column);
    }
    return attributes && name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length()
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
