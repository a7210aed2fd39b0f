package dev.kopilka.store.server;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.SqlTrouble;
import dev.kopilka.store.Unit;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work that has no key by which it would know itself again. A row that is committed with it tells
 * which attempt at it stayed: so whoever has lost the answer of a commit, be it by a link that was cut
 * or by a server that came up again, looks for that row, and gives the answer of that attempt.
 */
public final class Marked<T> {
  /** How the names of such rows begin; they belong to nobody else, and to no copy of the ledger. */
  private static final String NAMES = "unit:";

  /** So many that no two units of any two processes ever have the same. */
  private static final int NAME_BYTES = 16;

  private static final String MARK = "insert into setting (name, value) values (?, ?)";
  private static final String FIND = "select value from setting where name = ?";
  private static final String FORGET = "delete from setting where name = ?";

  private final String name = newName();
  private final Function<Unit, T> work;

  /** Of each attempt that came to its commit. */
  private final List<T> answers = new ArrayList<>();

  public Marked(Function<Unit, T> work) {
    this.work = work;
  }

  private static String newName() {
    var random = new byte[NAME_BYTES];
    new SecureRandom().nextBytes(random);
    return NAMES + HexFormat.of().formatHex(random);
  }

  /** Whether an attempt came to its commit, so that {@link #stayed} is to be asked. */
  public boolean isInDoubt() {
    return !answers.isEmpty();
  }

  /**
   * What the attempts come to. Where the server stays away after one came to its commit, nobody knows
   * whether that stayed; and who would do the work again would perhaps do it twice.
   */
  public T told(Supplier<T> attempts) {
    try {
      return attempts.get();
    } catch (Trouble.Storage trouble) {
      if (!isInDoubt() || !SqlTrouble.isAway(trouble)) throw trouble;
      throw new Trouble.Storage(new Problem("COMMIT_UNKNOWN", trouble.problem().details()), trouble);
    }
  }

  /** The answer of the attempt that was committed, if one was. */
  public Optional<T> stayed(Unit unit) {
    try (var row = unit.query(FIND).set(1, name)) {
      return row.next() ? Optional.of(answers.get(Integer.parseInt(row.text(1)))) : Optional.empty();
    }
  }

  /** One attempt: the work and its mark. */
  public T attempt(Unit unit) {
    var mark = unit.query(MARK).set(1, name).set(2, String.valueOf(answers.size()));
    // An earlier attempt may still be on its way: then this one waits for what becomes of it, before
    // the work begins.
    if (isInDoubt()) {
      mark.run();
    } else {
      mark.add();
      mark.flush();
    }
    var answer = work.apply(unit);
    answers.add(answer);
    return answer;
  }

  /** Takes the mark away: once the answer is known, nobody looks for it. */
  public boolean forget(Unit unit) {
    unit.query(FORGET).set(1, name).run();
    return true;
  }
}
