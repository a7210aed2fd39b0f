package dev.kopilka.program.earn;

/**
 * The kind of event that a rule answers.
 *
 * @param activity code of the activity; "" unless {@link On#ACTIVITY}
 */
public record Trigger(On on, String activity) {
  /** What happened. */
  public enum On {
    PURCHASE,
    ACTIVITY,
    ENROLMENT
  }

  public static final Trigger PURCHASE = new Trigger(On.PURCHASE, "");
  public static final Trigger ENROLMENT = new Trigger(On.ENROLMENT, "");

  public Trigger {
    if ((on == On.ACTIVITY) == activity.isEmpty())
      throw new IllegalArgumentException(on + " with activity \"" + activity + "\"");
  }

  public static Trigger activity(String code) {
    return new Trigger(On.ACTIVITY, code);
  }
}
