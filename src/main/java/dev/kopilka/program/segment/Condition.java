package dev.kopilka.program.segment;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** One comparison over one field of a member. */
public sealed interface Condition {
  /** Fields that are counted by a condition of their own. */
  Set<Field> COUNTED =
      Collections.unmodifiableSet(EnumSet.of(Field.BOUGHT, Field.DID, Field.REDEEMED));

  /** Scores of surveys are in units of {@code 10^-SCORE_SCALE}. */
  int SCORE_SCALE = 2;

  /** So many of these units are one whole score. */
  long SCORE_UNITS = 100;

  Field field();

  /** What a field's values are, and with it which comparison suits it. */
  enum Kind {
    WORD,
    POINTS,
    MONEY,
    COUNT,
    /** Of a survey, in hundredths. */
    SCORE
  }

  /** What can be asked of a member; the programme file writes these in lower case. */
  enum Field {
    TIER(Kind.WORD),
    /** Where the member stands on the day, of the stages that the programme's lifecycle has. */
    STAGE(Kind.WORD),
    STATUS(Kind.WORD),
    CHANNEL(Kind.WORD),
    GENDER(Kind.WORD),
    CITY(Kind.WORD),
    /** A free attribute, written {@code attr.NAME}. */
    ATTR(Kind.WORD),
    /** The last answer to a question of a survey, written {@code answer.SURVEY.QUESTION}. */
    ANSWER(Kind.WORD),
    BALANCE(Kind.POINTS),
    AVAILABLE(Kind.POINTS),
    /** Days since the last purchase. */
    RECENCY_DAYS(Kind.COUNT),
    /** Purchases. */
    FREQUENCY(Kind.COUNT),
    SPEND(Kind.MONEY),
    ENROLLED_DAYS(Kind.COUNT),
    /** Full years. */
    AGE(Kind.COUNT),
    /** The name that the programme gives to the RFM scores. */
    RFM(Kind.WORD),
    /** RFM scores from 1 to 5. */
    R(Kind.COUNT),
    F(Kind.COUNT),
    M(Kind.COUNT),
    /** The last score given in a survey, written {@code survey.CODE}. */
    SURVEY(Kind.SCORE),
    /** Purchases with goods of certain categories; only {@link Counted} asks for them. */
    BOUGHT(Kind.COUNT),
    /** Activities, such as visits; only {@link Counted} asks for them. */
    DID(Kind.COUNT),
    /** Rewards taken and points spent; only {@link Counted} asks for them. */
    REDEEMED(Kind.COUNT);

    private final Kind kind;

    Field(Kind kind) {
      this.kind = kind;
    }

    public Kind kind() {
      return kind;
    }
  }

  /**
   * The field's word is one of these, or none of these.
   *
   * @param name of the free attribute where the field is {@link Field#ATTR}, survey and question
   *     ({@code visit.why}) where it is {@link Field#ANSWER}; "" for all others
   * @param except the condition holds when the word is none of these
   */
  record Among(Field field, String name, Set<String> words, boolean except)
      implements Condition {
    public Among {
      if (field.kind() != Kind.WORD) throw new IllegalArgumentException(field + " is a number");
      if ((field == Field.ATTR || field == Field.ANSWER) == name.isEmpty())
        throw new IllegalArgumentException(field + " with name \"" + name + "\"");
      words = Collections.unmodifiableSet(new TreeSet<>(words));
    }
  }

  /**
   * The field's number lies between both, which are included: smallest units of points, minor units
   * of money, or a count. An open end is {@link Long#MIN_VALUE} or {@link Long#MAX_VALUE}. A field
   * without a value (no purchase yet, no birth date) lies nowhere.
   *
   * @param survey code; "" unless {@link Field#SURVEY}
   */
  record Between(Field field, String survey, long least, long most) implements Condition {
    public Between(Field field, long least, long most) {
      this(field, "", least, most);
    }

    public Between {
      if ((field == Field.SURVEY) == survey.isEmpty())
        throw new IllegalArgumentException(field + " of survey \"" + survey + "\"");
      if (field.kind() == Kind.WORD || COUNTED.contains(field))
        throw new IllegalArgumentException(field + " is no plain number");
      if (least > most) throw new IllegalArgumentException(least + " is above " + most);
    }
  }

  /**
   * So many times the member did something, both ends included.
   *
   * <ul>
   *   <li>{@link Field#BOUGHT}: purchases that hold goods of one of the categories. Each counts once,
   *       whatever it holds; one that was taken back later counts, one that was undone does not.
   *   <li>{@link Field#DID}: activities; one that was undone does not count.
   *   <li>{@link Field#REDEEMED}: rewards taken; where none is named, also points spent, on their own
   *       or as a part of a receipt. What was reversed or undone does not count.
   * </ul>
   *
   * @param words the categories, activities or rewards; empty when all count, which goods cannot
   * @param within only what was done so far back counts, with the day itself; empty when all does
   */
  record Counted(Field field, Set<String> words, Optional<Period> within, long least, long most)
      implements Condition {
    public Counted {
      if (!COUNTED.contains(field)) throw new IllegalArgumentException(field + " is not counted");
      if (field == Field.BOUGHT && words.isEmpty())
        throw new IllegalArgumentException("no category");
      if (least > most) throw new IllegalArgumentException(least + " is above " + most);
      words = Collections.unmodifiableSet(new TreeSet<>(words));
    }

    /** The first day that counts when asked on the day; empty when all do. */
    public Optional<LocalDate> since(LocalDate day) {
      return within.map(back -> day.minus(back).plusDays(1));
    }

    /** What is counted, the same in every language: {@code bought(coffee|tea P90D)}. */
    public String name() {
      var what = new StringJoiner(" ", "(", ")").setEmptyValue("");
      if (!words.isEmpty()) what.add(String.join("|", words));
      within.ifPresent(back -> what.add(back.toString()));
      return field.name().toLowerCase(Locale.ROOT) + what;
    }
  }
}
