package dev.kopilka.store.imports;

import dev.kopilka.store.Unit;

/** A part of a transaction that may be taken back alone, before anything after it is written. */
public final class Attempt {
  private final Unit unit;

  /** Begins here: what the unit writes from now on can be undone. */
  public Attempt(Unit unit) {
    this.unit = unit;
    unit.run("savepoint attempt");
  }

  /** Takes back all that was written since the beginning; the attempt may be made again. */
  public void undo() {
    unit.run("rollback to savepoint attempt");
  }

  /** Leaves what was written to the end of the transaction. */
  public void keep() {
    unit.run("release savepoint attempt");
  }
}
