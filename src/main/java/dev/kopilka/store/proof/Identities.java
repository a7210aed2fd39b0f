package dev.kopilka.store.proof;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.IdentityRows.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The registry of identities as raw rows, and what the tables say of which it was made. */
public final class Identities {
  private static final String FROM = "select key, member from identity where key >= ?";
  private static final String BETWEEN = FROM + " and key < ?";
  private static final String HOLDER = "select member from identity where key = ?";
  private static final String CODES = "select 'code:' || code, member from member order by member";
  private static final String PERSONS =
      "select 'phone:' || phone_key, 'email:' || email_key, member from person" + Span.WHERE;
  private static final String CARDS =
      "select 'card:' || value, member from attribute" + Span.WHERE + " and name = 'card'";
  // What one member says of each kind.
  private static final Map<String, String> SAID =
      Map.of(
          "code", "select 'code:' || code from member where member = ?",
          "phone",
              "select 'phone:' || phone_key from person where member = ? and phone_key <> ''",
          "email",
              "select 'email:' || email_key from person where member = ? and email_key <> ''",
          "card", "select 'card:' || value from attribute where member = ? and name = 'card'");
  private static final int NO_PHONE = "phone:".length();
  private static final int NO_EMAIL = "email:".length();

  private final Unit unit;

  public Identities(Unit unit) {
    this.unit = unit;
  }

  /** Takes a key, its text in UTF-8, and the number of the member whose it is. */
  public interface Taker {
    void take(byte[] key, long member);
  }

  /** Whether the user may read all of which the registry was made, and not codes alone. */
  public boolean areReadable() {
    return unit.mayRead("person") && unit.mayRead("attribute");
  }

  /** Hands over the registry's rows with such keys. */
  public void each(KeySpan keys, Taker taker) {
    var query = unit.query(keys.to().isPresent() ? BETWEEN : FROM).set(1, keys.from());
    keys.to().ifPresent(end -> query.set(2, end));
    each(query, taker);
  }

  private static void each(Query query, Taker taker) {
    try (query) {
      while (query.next()) taker.take(query.bytes(1), query.number(2));
    }
  }

  public OptionalLong holder(String key) {
    try (var row = unit.query(HOLDER).set(1, key)) {
      return row.next() ? OptionalLong.of(row.number(1)) : OptionalLong.empty();
    }
  }

  /** Hands over what members say of their codes. */
  public void eachCode(Taker taker) {
    each(unit.query(CODES), taker);
  }

  /** Hands over what persons and cards of these members say. */
  public void eachSaid(Span members, Taker taker) {
    try (var row = members.bind(unit.query(PERSONS))) {
      while (row.next()) {
        take(taker, row.bytes(1), NO_PHONE, row.number(3));
        take(taker, row.bytes(2), NO_EMAIL, row.number(3));
      }
    }
    each(members.bind(unit.query(CARDS)), taker);
  }

  private static void take(Taker taker, byte[] key, int none, long member) {
    if (key.length > none) taker.take(key, member);
  }

  /** Whether the member's own rows say so. */
  public boolean isSaid(String key, long member) {
    var sql = SAID.get(key.substring(0, Math.max(0, key.indexOf(':'))));
    return sql != null && said(sql, member).filter(key::equals).isPresent();
  }

  private Optional<String> said(String sql, long member) {
    try (var row = unit.query(sql).set(1, member)) {
      return row.next() ? Optional.of(row.text(1)) : Optional.empty();
    }
  }

  /**
   * Spans of the registry that begin with what the first members of these spans have: as codes,
   * phones and e-mails lie, so do theirs.
   */
  public List<KeySpan> spans(List<Span> members) {
    var ends = new ArrayList<String>();
    for (var span : members.subList(1, members.size())) {
      for (var sql : SAID.values()) said(sql, span.from()).ifPresent(ends::add);
    }
    return KeySpan.between(ends);
  }
}
