package dev.kopilka.segment.lifecycle;

import dev.kopilka.program.lifecycle.ClubTerms;
import dev.kopilka.program.lifecycle.Stage;
import java.time.LocalDate;

/**
 * Stages by contracts, visits and services; the first that fits, in this order: lost, up for renewal,
 * inactive, in personal training, the young ones, active. So who does not come is inactive whatever
 * was bought, and who is about to go is asked to stay before anything else.
 *
 * @param limits what is told by comparing days
 */
record ClubStaging(int day, ClubTerms terms, Limits limits) implements Staging {
  /**
   * The days that divide.
   *
   * @param ended whose last contract ended before is lost
   * @param gone who has no contract and was last seen then or earlier is lost
   * @param ending whose last contract ends before is up for renewal
   * @param idle who was last seen then or earlier is inactive
   * @param trained a training later than that counts
   * @param young a contract that began later is young
   */
  record Limits(int ended, int gone, int ending, int idle, int trained, int young) {}

  static ClubStaging on(LocalDate day, ClubTerms terms) {
    var spans = terms.spans();
    var idle = day.minus(spans.inactive());
    return new ClubStaging(
        (int) day.toEpochDay(),
        terms,
        new Limits(
            (int) day.minus(spans.lost()).toEpochDay(),
            (int) idle.minus(spans.lost()).toEpochDay(),
            (int) day.plus(spans.renewal()).toEpochDay(),
            (int) idle.toEpochDay(),
            (int) day.minus(terms.training().within()).toEpochDay(),
            (int) day.minus(spans.fresh()).toEpochDay()));
  }

  @Override
  public Stage of(Life life) {
    if (life.hasLeft(day)) return Stage.LOST;
    var end = life.endKnownOn(day);
    if (end == DayList.NONE) return guest(life);
    if (end < limits.ended) return Stage.LOST;
    if (end < limits.ending) return Stage.UP_FOR_RENEWAL;
    var began = DayList.NONE;
    var isRenewed = false;
    for (var contract : life.memberships) {
      if (contract.known() > day || contract.starts() > day) continue;
      isRenewed |= began != DayList.NONE && began != contract.starts();
      began = Math.max(began, contract.starts());
    }
    // The first contract is signed and has not begun: nobody is expected to come yet.
    if (began == DayList.NONE) return Stage.NEW;
    return member(life, began, isRenewed);
  }

  /** Without any contract that is known of; enrolment stands for it, and nothing ends. */
  private Stage guest(Life life) {
    var seen = Math.max(life.visits.lastUpTo(day), life.enrolled());
    return seen <= limits.gone ? Stage.LOST : member(life, life.enrolled(), false);
  }

  private Stage member(Life life, int began, boolean isRenewed) {
    // A contract that begins is a sign of life, too.
    if (Math.max(life.visits.lastUpTo(day), began) <= limits.idle) return Stage.INACTIVE;
    if (isTraining(life)) return Stage.IN_PERSONAL_TRAINING;
    if (began <= limits.young) return Stage.ACTIVE;
    if (isRenewed) return Stage.NEW_RENEWED;
    return hasStarted(life) ? Stage.STARTER_PACK_DONE : Stage.NEW;
  }

  private boolean isTraining(Life life) {
    if (life.trainings.lastUpTo(day) > limits.trained) return true;
    for (var contract : life.lessons) if (contract.isInForce(day)) return true;
    return false;
  }

  private boolean hasStarted(Life life) {
    var starter = terms.starter();
    return starter.isOffered() && life.starters.countUpTo(day) >= starter.count();
  }
}
