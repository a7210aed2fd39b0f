package dev.kopilka.ledger;

import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;

/** What became of one request. */
public sealed interface Answer {
  /** Recorded just now. */
  record Recorded(Decision.Post post) implements Answer {}

  /** Recorded before with the same content: nothing was written, the first answer stands. */
  record Repeated(long member, int event) implements Answer {}

  /** Refused: nothing was written, and it may be sent again. */
  record Refused(Refusal refusal, Problem problem) implements Answer {}
}
