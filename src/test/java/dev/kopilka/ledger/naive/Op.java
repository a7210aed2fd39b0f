package dev.kopilka.ledger.naive;

import dev.kopilka.ledger.draft.Request;
import java.time.LocalDate;

/** One step of a history; it names all it needs, so that others can be left out. */
sealed interface Op {
  /** Somebody asks for something on a day of the ledger. */
  record Said(Request request, LocalDate today, String actor) implements Op {}

  /** The day's close. */
  record Night(LocalDate day) implements Op {}
}
