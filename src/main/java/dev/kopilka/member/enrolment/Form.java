package dev.kopilka.member.enrolment;

import dev.kopilka.member.person.Person;
import dev.kopilka.member.person.Plain;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fills in one enrolment from the columns of a row or the options of a command. All that is wrong
 * is collected, so that a row is mended in one go.
 */
public final class Form {
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_ATTRIBUTE_NAME = 64;

  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();
  private final TreeMap<String, String> attributes = new TreeMap<>();
  private final Codes codes = new Codes();
  private Person person = Person.UNKNOWN;
  private Optional<Instant> enrolledAt = Optional.empty();

  /** The columns that are somebody's codes. */
  private static final class Codes {
    private String member = "";
    private String channel = "";
    private String staff = "";
    private String referrer = "";
    private String consents = "";
    private String pilot = "";
  }

  /**
   * An empty form.
   *
   * @param today the local day of the programme, which no birth date may be after
   */
  public Form(LocalDate today) {
    this.today = today;
  }

  /**
   * Writes one column; blank text leaves it empty. Dates are ISO dates here, and {@code
   * enrolled_at} is {@link #enrolledAt}: other spellings are the caller's business.
   *
   * @param column a column of the import of members, {@code attr.NAME} included
   */
  public Form put(String column, String text) {
    try {
      if (Person.isField(column)) person = person.with(column, text, today);
      else if (column.startsWith("attr.")) attribute(column.substring(5), text);
      else if (column.equals("consents")) codes.consents = consents(text);
      else code(column, Plain.code(column, text));
    } catch (Trouble.BadInput unfit) {
      problems.add(unfit.problem());
    }
    return this;
  }

  public Form enrolledAt(Instant moment) {
    enrolledAt = Optional.of(moment.truncatedTo(ChronoUnit.MILLIS));
    return this;
  }

  private void code(String column, String code) {
    switch (column) {
      case "member" -> codes.member = code;
      case "channel" -> codes.channel = code;
      case "staff" -> codes.staff = code;
      case "referrer" -> codes.referrer = code;
      case "pilot" -> codes.pilot = code;
      default -> throw new IllegalArgumentException("no column of members: " + column);
    }
  }

  /** {@code sms; email} and {@code email,sms} are the same consents: sorted, commas between. */
  private static String consents(String list) {
    var line = Plain.line("consents", list, LONGEST_TEXT);
    var given = new TreeSet<>(List.of(line.split("[ ,;]+")));
    given.remove("");
    return String.join(",", given);
  }

  private void attribute(String name, String text) {
    checkName(name);
    var value =
        name.equals(Enrolment.CARD)
            ? Plain.code("attr.card", text)
            : Plain.line("attr." + name, text, LONGEST_TEXT);
    if (!value.isEmpty()) attributes.put(name, value);
  }

  /** An attribute's name is one word, so that a condition of the programme can spell it. */
  public static void checkName(String name) {
    var fit =
        !name.isEmpty()
            && name.length() <= LONGEST_ATTRIBUTE_NAME
            && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    if (!fit) {
      throw new Trouble.BadInput(
          Problem.of("ATTRIBUTE_NAME_MALFORMED").with("longest", LONGEST_ATTRIBUTE_NAME));
    }
  }

  /** What is wrong, in the order of the columns; empty when the form can be taken. */
  public List<Problem> problems() {
    if (!codes.member.isEmpty() || !problems.isEmpty()) return List.copyOf(problems);
    return List.of(Problem.of("MEMBER_CODE_MISSING").with("field", "member"));
  }

  /** The filled form; throws the first of its problems where it has any. */
  public Enrolment enrolment() {
    for (var problem : problems()) throw new Trouble.BadInput(problem);
    var origin =
        new Enrolment.Origin(
            codes.channel, codes.staff, codes.referrer, codes.consents, codes.pilot);
    return new Enrolment(codes.member, person, enrolledAt, origin, attributes);
  }
}
