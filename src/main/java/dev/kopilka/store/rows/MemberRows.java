package dev.kopilka.store.rows;

import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.store.Listed;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.IdentityRows;
import dev.kopilka.store.person.IdentityRows.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Participants by code and by number. */
public final class MemberRows {
  private static final String COLUMNS =
      "member, code, status, enrolled_at, channel, staff, referrer, consents, pilot";

  /** The number of whoever has a code, by the registry's key, where a statement wants a number. */
  static final String NUMBER = "(select i.member from identity i where i.key = ?)";

  private static final String BY_CODE =
      "select " + COLUMNS + " from member where member = " + NUMBER + " {members held}";
  private static final String BY_CODES =
      "select "
          + COLUMNS
          + " from member where member {among (} select i.member from {texts} asked"
          + " {join} identity i on i.key = asked.value {)} {members held}";
  private static final String BY_NUMBER = "select " + COLUMNS + " from member where member = ? {members held}";
  private static final String LAST = "select coalesce(max(member), 0) from member";
  private static final String INSERT =
      """
      insert into member (member, code, status, enrolled_at, channel, staff, referrer, consents,
        pilot, fingerprint)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String HOLD =
      "select member from {numbers} asked {join} member on member = asked.value {members held}";
  private static final String FINGERPRINTS =
      "select code, fingerprint from {numbers} asked {join} member on member = asked.value";
  // Asked for an order by member, SQLite would walk the table, which is in that order, and not the
  // index of the few who were merged.
  private static final String MERGED =
      "select member, merged_into from member where merged_into > 0";
  private static final String STATUS = 
      "update member set status = ?, merged_into = ? where member = ?";

  private final Unit unit;
  private final Map<String, Long> numbers = new HashMap<>();

  public MemberRows(Unit unit) {
    this.unit = unit;
  }

  public Optional<Member> byCode(String code) {
    return one(asked(code));
  }

  /** The question of {@link #byCode}, to be asked beside others. */
  public Query asked(String code) {
    return unit.holdsOneByOne()
        ? unit.query(BY_NUMBER).set(1, number(code))
        : unit.query(BY_CODE).set(1, Kind.CODE.key(code));
  }

  /** Whose the code is, asked once: 0 for nobody yet. */
  private long number(String code) {
    var known = numbers.get(code);
    if (known != null) return known;
    var number = new IdentityRows(unit).member(Kind.CODE, code);
    if (number != 0) numbers.put(code, number);
    return number;
  }

  /** The question of {@link #merged}, to be asked beside others. */
  public Query askedMerged() {
    return unit.query(MERGED);
  }

  /** Those of the codes that are somebody's. */
  public Map<String, Member> byCodes(Collection<String> codes) {
    var members = new HashMap<String, Member>();
    var keys = codes.stream().map(Kind.CODE::key).toList();
    if (unit.holdsOneByOne()) {
      var asked = new IdentityRows(unit).members(keys).values();
      holdEach(asked, member -> members.put(member.code(), member));
      return members;
    }
    try (var row = unit.query(BY_CODES).set(1, Listed.of(keys))) {
      while (row.next()) members.put(row.text(2), read(row));
    }
    return members;
  }

  public Optional<Member> byNumber(long number) {
    return one(unit.query(BY_NUMBER).set(1, number));
  }

  /**
   * Keeps others from these members until the transaction ends, as finding one by its code or number
   * does; here for those whose numbers are known already.
   */
  public void hold(Collection<Long> members) {
    if (unit.holdsOneByOne()) {
      holdEach(members, _ -> {});
      return;
    }
    var asked = Listed.of(members.stream().mapToLong(Long::longValue).toArray());
    try (var row = unit.query(HOLD).set(1, asked)) {
      while (row.next()) continue;
    }
  }

  /** One statement a member, in the order of their numbers, as one statement for all would do it. */
  private void holdEach(Collection<Long> members, Consumer<Member> reader) {
    var numbers = members.stream().mapToLong(Long::longValue).sorted().toArray();
    unit.askEach(
        BY_NUMBER,
        numbers,
        row -> {
          if (row.next()) reader.accept(read(row));
        });
  }

  private static Optional<Member> one(Query query) {
    try (query) {
      return query.next() ? Optional.of(read(query)) : Optional.empty();
    }
  }

  /** The member of a row that begins with this class's columns. */
  static Member read(Query row) {
    return new Member(
        row.number(1),
        row.text(2),
        MemberStatus.of(row.text(3)),
        row.number(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9));
  }

  /** The highest number given so far; the next member gets the next one. */
  public long last() {
    try (var query = unit.query(LAST)) {
      query.next();
      return query.number(1);
    }
  }

  /**
   * Adds the row to the batch; the code that it says is the member's once the registry of identities
   * says so too.
   *
   * @param fingerprint of the whole enrolment as it was asked for
   */
  public void add(Member member, long fingerprint) {
    unit.query(INSERT)
        .set(1, member.number())
        .set(2, member.code())
        .set(3, member.status().word())
        .set(4, member.enrolledAt())
        .set(5, member.channel())
        .set(6, member.staff())
        .set(7, member.referrer())
        .set(8, member.consents())
        .set(9, member.pilot())
        .set(10, fingerprint)
        .add();
  }

  public void flush() {
    unit.flush(INSERT);
  }

  /** What was asked for when these members were taken in, by code. */
  public Map<String, Long> fingerprints(Collection<Member> members) {
    var fingerprints = new HashMap<String, Long>();
    var asked = Listed.of(members.stream().mapToLong(Member::number).sorted().toArray());
    try (var row = unit.query(FINGERPRINTS).set(1, asked)) {
      while (row.next()) fingerprints.put(row.text(1), row.number(2));
    }
    return fingerprints;
  }

  public void setStatus(long member, MemberStatus status) {
    become(member, status, 0);
  }

  /**
   * @param into who a merged member is now, 0 for any other
   */
  public void become(long member, MemberStatus status, long into) {
    unit.query(STATUS).set(1, status.word()).set(2, into).set(3, member).run();
  }

  /** Who was merged into whom, one step each. */
  public Map<Long, Long> merged() {
    var merged = new TreeMap<Long, Long>();
    try (var row = unit.query(MERGED)) {
      while (row.next()) merged.put(row.number(1), row.number(2));
    }
    return merged;
  }
}
