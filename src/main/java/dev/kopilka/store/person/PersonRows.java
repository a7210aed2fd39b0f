package dev.kopilka.store.person;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.util.Optional;
import java.util.function.Consumer;

/** Personal columns by member; by what is said there members are found in {@link IdentityRows}. */
public final class PersonRows {
  private static final String COLUMNS =
      "member, data_key, name, phone, email, birth_date, gender, city, phone_key, email_key";
  private static final String OF = "select " + COLUMNS + " from person where member = ?";
  private static final String ALL =
      "select " + COLUMNS + " from person where name <> '' order by member";
  private static final String SAVE =
      """
      insert into person (member, data_key, name, phone, email, birth_date, gender, city, phone_key,
        email_key)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (member) do update set
        name = excluded.name,
        phone = excluded.phone,
        email = excluded.email,
        birth_date = excluded.birth_date,
        gender = excluded.gender,
        city = excluded.city,
        phone_key = excluded.phone_key,
        email_key = excluded.email_key
      """;
  private static final String RELEASE =
      "update person set phone_key = '', email_key = '' where member = ?";

  private final Unit unit;

  public PersonRows(Unit unit) {
    this.unit = unit;
  }

  /**
   * One member's personal columns; name, phone, e-mail and birth date are sealed.
   *
   * @param dataKey the member's own key, wrapped
   */
  public record Stored(
      long member,
      String dataKey,
      String name,
      String phone,
      String email,
      String birthDate,
      String gender,
      String city,
      Keys keys) {
    /** The same columns, by which nobody is found. */
    public Stored unfindable() {
      return new Stored(member, dataKey, name, phone, email, birthDate, gender, city, Keys.NONE);
    }
  }

  /** What phone and e-mail are found by; empty for none. */
  public record Keys(String phone, String email) {
    public static final Keys NONE = new Keys("", "");
  }

  public Optional<Stored> of(long member) {
    try (var row = unit.query(OF).set(1, member)) {
      return row.next() ? Optional.of(read(row)) : Optional.empty();
    }
  }

  /** Hands over everybody who has a name, in the order of enrolment. */
  public void each(Consumer<Stored> reader) {
    try (var row = unit.query(ALL)) {
      while (row.next()) reader.accept(read(row));
    }
  }

  private static Stored read(Query row) {
    return new Stored(
        row.number(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        new Keys(row.text(9), row.text(10)));
  }

  /** Adds the row to the batch: a new one, or the new columns of a member who is there. */
  public void save(Stored person) {
    unit.query(SAVE)
        .set(1, person.member())
        .set(2, person.dataKey())
        .set(3, person.name())
        .set(4, person.phone())
        .set(5, person.email())
        .set(6, person.birthDate())
        .set(7, person.gender())
        .set(8, person.city())
        .set(9, person.keys().phone())
        .set(10, person.keys().email())
        .add();
  }

  /** Phone and e-mail are kept, but somebody may enrol with them anew. */
  public void release(long member) {
    unit.query(RELEASE).set(1, member).run();
  }

  public void flush() {
    unit.flush(SAVE);
  }
}
