package dev.kopilka.member.person;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who a member is. Name, phone, e-mail and day of birth are personal: they are sealed in the store
 * and masked in output; gender and city are coarse and stay readable.
 */
public record Person(
    PersonName name, Phone phone, Email email, BirthDate birthDate, Gender gender, String city) {
  public static final Person UNKNOWN =
      new Person(PersonName.NONE, Phone.NONE, Email.NONE, BirthDate.NONE, Gender.NONE, "");
  private static final int LONGEST_CITY = 100;

  /** The words under which the fields are imported, updated and shown. */
  public static boolean isField(String column) {
    return switch (column) {
      case "name", "phone", "email", "birth_date", "gender", "city" -> true;
      default -> false;
    };
  }

  /**
   * This person with one field as the text says; blank text takes the value away.
   *
   * @param column one that {@link #isField}
   * @param today the local day of the programme
   */
  public Person with(String column, String text, LocalDate today) {
    return switch (column) {
      case "name" -> new Person(PersonName.of(text), phone, email, birthDate, gender, city);
      case "phone" -> new Person(name, Phone.of(text), email, birthDate, gender, city);
      case "email" -> new Person(name, phone, Email.of(text), birthDate, gender, city);
      case "birth_date" -> new Person(name, phone, email, BirthDate.of(text, today), gender, city);
      case "gender" -> new Person(name, phone, email, birthDate, Gender.of(text), city);
      case "city" ->
          new Person(name, phone, email, birthDate, gender, Plain.line("city", text, LONGEST_CITY));
      default -> throw new IllegalArgumentException("no field of a person: " + column);
    };
  }

  /** The fields as text in the order in which they are shown; an unknown one is "". */
  public Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("name", name.text());
    texts.put("phone", phone.text());
    texts.put("email", email.text());
    texts.put("birth_date", birthDate.text());
    texts.put("gender", gender.word());
    texts.put("city", city);
    return texts;
  }
}
