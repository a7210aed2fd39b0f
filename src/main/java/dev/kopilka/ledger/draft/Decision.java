package dev.kopilka.ledger.draft;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import java.util.List;

/** What a decider answers: what to post, or why not. */
public sealed interface Decision {
  /**
   * The event with its consequences, numbered and chained.
   *
   * @param shortfall points that a return should have taken back and could not
   */
  record Post(Event event, List<Entry> entries, Account before, Account after, long shortfall)
      implements Decision {
    public Post {
      entries = List.copyOf(entries);
    }
  }

  /** A rule said no; nothing is written. */
  record Refuse(Refusal refusal, Problem problem) implements Decision {
    public static Refuse because(Refusal refusal) {
      return new Refuse(refusal, Problem.of(refusal.name()));
    }

    public Refuse with(String name, Object value) {
      return new Refuse(refusal, problem.with(name, value));
    }
  }
}
