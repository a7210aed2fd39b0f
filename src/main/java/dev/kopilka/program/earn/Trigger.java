package dev.kopilka.program.earn;

/**
 * The kind of event that a rule answers, or that an event is.
 *
 * @param code of the activity or survey, or the kind of the contract; "" for any of them, where the
 *     rule does not name one, and where there is none
 */
public record Trigger(On on, String code) {
  /** What happened. */
  public enum On {
    PURCHASE,
    ACTIVITY,
    ENROLMENT,
    SURVEY,
    CONTRACT
  }

  public static final Trigger PURCHASE = new Trigger(On.PURCHASE, "");
  public static final Trigger ENROLMENT = new Trigger(On.ENROLMENT, "");

  public Trigger {
    var isAlone = on == On.PURCHASE || on == On.ENROLMENT;
    if (on == On.ACTIVITY && code.isEmpty() || isAlone && !code.isEmpty())
      throw new IllegalArgumentException(on + " with code \"" + code + "\"");
  }

  public static Trigger activity(String code) {
    return new Trigger(On.ACTIVITY, code);
  }

  public static Trigger survey(String code) {
    return new Trigger(On.SURVEY, code);
  }

  public static Trigger contract(String kind) {
    return new Trigger(On.CONTRACT, kind);
  }

  /** Whether a rule with this trigger answers whatever the other stands for. */
  public boolean covers(Trigger other) {
    return on == other.on && (code.isEmpty() || code.equals(other.code));
  }
}
