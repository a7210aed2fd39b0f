package dev.kopilka.model.value;

/**
 * Why a request was refused, in order of precedence: where several apply, the earliest is the
 * answer. Codes are stable; scripts rely on them.
 */
public enum Refusal {
  /** The same (source, id) was recorded before with other content. Asked before every rule. */
  ID_REUSED(Exit.REFUSED),
  MEMBER_NOT_FOUND(Exit.NOT_FOUND),
  /** What is known of a person leads to two members. */
  MEMBER_AMBIGUOUS(Exit.REFUSED),
  PURCHASE_NOT_FOUND(Exit.NOT_FOUND),
  REDEMPTION_NOT_FOUND(Exit.NOT_FOUND),
  HOLD_NOT_FOUND(Exit.NOT_FOUND),
  ADJUSTMENT_NOT_FOUND(Exit.NOT_FOUND),
  MERGE_NOT_FOUND(Exit.NOT_FOUND),
  OTHER_MEMBER(Exit.REFUSED),
  /** A transfer or a merge needs two members. */
  SAME_MEMBER(Exit.REFUSED),
  CARD_TAKEN(Exit.REFUSED),
  PHONE_TAKEN(Exit.REFUSED),
  EMAIL_TAKEN(Exit.REFUSED),
  /** No version of the programme is in force on the day of the event. */
  NO_PROGRAMME(Exit.REFUSED),
  EVENT_IN_FUTURE(Exit.REFUSED),
  EVENT_BEFORE_ENROLMENT(Exit.REFUSED),
  PERIOD_CLOSED(Exit.REFUSED),
  /** The member turned out to be another one, who is named. */
  MEMBER_MERGED(Exit.REFUSED),
  MEMBER_LEFT(Exit.REFUSED),
  MEMBER_BLOCKED(Exit.REFUSED),
  ACTIVITY_NOT_FOUND(Exit.NOT_FOUND),
  SURVEY_NOT_FOUND(Exit.NOT_FOUND),
  REWARD_NOT_FOUND(Exit.NOT_FOUND),
  TIER_NOT_FOUND(Exit.NOT_FOUND),
  PARTNER_NOT_FOUND(Exit.NOT_FOUND),
  LINE_NOT_FOUND(Exit.NOT_FOUND),
  ALREADY_RETURNED(Exit.REFUSED),
  RETURN_EXCEEDS_PURCHASE(Exit.REFUSED),
  ALREADY_REVERSED(Exit.REFUSED),
  HOLD_ENDED(Exit.REFUSED),
  HOLD_OVERDUE(Exit.REFUSED),
  CAPTURE_EXCEEDS_HOLD(Exit.REFUSED),
  /** A member with open holds cannot be merged into another one. */
  HOLDS_OPEN(Exit.REFUSED),
  ALREADY_UNMERGED(Exit.REFUSED),
  /** What a merge had moved is not there whole any more. */
  SPENT_SINCE(Exit.REFUSED),
  TIER_NOT_HIGHER(Exit.REFUSED),
  TIER_NOT_GIVEN(Exit.REFUSED),
  /** The programme has no terms for transfers. */
  TRANSFER_NOT_OFFERED(Exit.REFUSED),
  NOTHING_TO_SPEND(Exit.REFUSED),
  BELOW_MINIMUM(Exit.REFUSED),
  NOT_A_STEP(Exit.REFUSED),
  SHARE_EXCEEDED(Exit.REFUSED),
  REWARD_NOT_OFFERED(Exit.REFUSED),
  TIER_TOO_LOW(Exit.REFUSED),
  /** The member has not agreed to what the reward needs. */
  CONSENT_MISSING(Exit.REFUSED),
  STOCK_EMPTY(Exit.REFUSED),
  POINTS_INSUFFICIENT(Exit.REFUSED),
  CAP_REACHED(Exit.REFUSED),
  TRANSFER_LIMIT(Exit.REFUSED),
  LIMIT_EXCEEDED(Exit.REFUSED),
  SECOND_PERSON_NEEDED(Exit.REFUSED),
  /** The day's close would run backwards. */
  CLOSE_BACKWARDS(Exit.REFUSED),
  /** The day's close would run more than a day ahead of the last recorded event. */
  CLOSE_AHEAD(Exit.REFUSED),
  VERSION_BACKWARDS(Exit.REFUSED),
  /** Another currency, zone or scale than the ledger's events were recorded in. */
  UNITS_FIXED(Exit.REFUSED),
  VERSION_NOT_FOUND(Exit.NOT_FOUND),
  ENTRY_NOT_FOUND(Exit.NOT_FOUND),
  SEGMENT_NOT_FOUND(Exit.NOT_FOUND),
  GOAL_NOT_FOUND(Exit.NOT_FOUND),
  PILOT_NOT_FOUND(Exit.NOT_FOUND),
  /** The pilot was assigned on other terms. */
  PILOT_ASSIGNED(Exit.REFUSED),
  /** Nobody is there to be dealt to the arms. */
  PILOT_EMPTY(Exit.REFUSED),
  /** Another decision ended the pilot. */
  PILOT_FINISHED(Exit.REFUSED),
  RUN_NOT_FOUND(Exit.NOT_FOUND),
  /** A run over members or returns: no event undoes what it recorded. */
  RUN_IRREVERSIBLE(Exit.REFUSED);

  private final Exit exit;

  Refusal(Exit exit) {
    this.exit = exit;
  }

  public Exit exit() {
    return exit;
  }
}
