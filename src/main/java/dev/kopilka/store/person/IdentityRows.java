package dev.kopilka.store.person;

import dev.kopilka.store.Listed;
import dev.kopilka.store.Unit;
import dev.kopilka.store.keys.FreshTexts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * The registry of identities: whose a code, a card, a phone or an e-mail is. That each is one
 * member's is the work of its primary key alone. The tables of members, persons and attributes say
 * the same once more; whoever changes them changes the registry in the same transaction.
 */
public final class IdentityRows {
  /** So many wait at most: a large transaction takes in more members than memory should hold. */
  private static final int MOST = 100_000;

  private static final String ONE = "select member from identity where key = ?";
  // A list that is unfolded has a column of the name `key` too.
  private static final String SOME =
      """
      select i.key, i.member
      from {texts} asked
      {join} identity i on i.key = asked.value
      """;
  private static final String KEYS = "select key from identity";
  // The semicolon comes next after the colon that ends the kind.
  private static final String CODES =
      "select key, member from identity where key >= 'code:' and key < 'code;'";
  private static final String INSERT = "insert into identity (key, member) values (?, ?)";
  private static final String DROP = "delete from identity where key = ? and member = ?";

  private final Unit unit;
  private final FreshTexts fresh = new FreshTexts();

  public IdentityRows(Unit unit) {
    this.unit = unit;
  }

  /** What one member alone has. */
  public enum Kind {
    CARD,
    CODE,
    EMAIL,
    PHONE;

    private final String start = name().toLowerCase(Locale.ROOT) + ":";

    /**
     * The key under which it stands.
     *
     * @param text what the other tables say: of a phone and an e-mail what they are found by
     */
    public String key(String text) {
      return start + text;
    }
  }

  /** The member whose it is; 0 when it is nobody's. */
  public long member(Kind kind, String text) {
    try (var row = unit.query(ONE).set(1, kind.key(text))) {
      return row.next() ? row.number(1) : 0;
    }
  }

  /** The members whose these keys are; one that is nobody's is left out. */
  public Map<String, Long> members(Collection<String> keys) {
    var members = new HashMap<String, Long>();
    try (var row = unit.query(SOME).set(1, Listed.of(keys))) {
      while (row.next()) members.put(row.text(1), row.number(2));
    }
    return members;
  }

  /** Hands over all keys, in no order. */
  public void eachKey(Consumer<String> reader) {
    try (var row = unit.query(KEYS)) {
      while (row.next()) reader.accept(row.text(1));
    }
  }

  /** Hands over every code with its member's number, in no order. */
  public void eachCode(ObjLongConsumer<String> reader) {
    var start = Kind.CODE.start.length();
    try (var row = unit.query(CODES)) {
      while (row.next()) reader.accept(row.text(1).substring(start), row.number(2));
    }
  }

  /** Gives it to the member, if it is one at all; written with others by {@link #flush}. */
  public void add(Kind kind, String text, long member) {
    if (text.isEmpty()) return;
    if (fresh.size() == MOST) flush();
    fresh.add(kind.key(text), member);
  }

  /** The member has the one no more and the other one instead; either may be none. */
  public void replace(Kind kind, String before, String after, long member) {
    if (before.equals(after)) return;
    if (!before.isEmpty()) unit.query(DROP).set(1, kind.key(before)).set(2, member).add();
    add(kind, after, member);
  }

  /**
   * Writes what waits, in the order of the keys: of the trees that newcomers fill this one alone
   * has no order of their coming, and two who meet in it meet in one order.
   */
  public void flush() {
    unit.flush(DROP);
    if (fresh.size() == 0) return;
    fresh.drain((key, member) -> unit.query(INSERT).set(1, key).set(2, member).add());
    unit.flush(INSERT);
  }
}
