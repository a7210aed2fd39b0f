package dev.kopilka.ledger.draft;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import java.util.List;
import java.util.Optional;

/** What a decider answers: what to post, or why not. */
public sealed interface Decision {
  /**
   * The event with its consequences, numbered and chained.
   *
   * @param shortfall points that a return should have taken back and could not
   * @param counterpart what the same request does to a second member, if it concerns two
   */
  record Post(
      Event event,
      List<Entry> entries,
      Account before,
      Account after,
      long shortfall,
      Optional<Post> counterpart)
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

    /** Of two reasons the one that comes first in the order of precedence. */
    public static Optional<Refuse> first(Optional<Refuse> one, Optional<Refuse> other) {
      if (one.isEmpty() || other.isEmpty()) return one.or(() -> other);
      return one.get().refusal.compareTo(other.get().refusal) <= 0 ? one : other;
    }

    public Refuse with(String name, Object value) {
      return new Refuse(refusal, problem.with(name, value));
    }
  }
}
