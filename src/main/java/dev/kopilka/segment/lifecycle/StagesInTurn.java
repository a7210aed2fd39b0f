package dev.kopilka.segment.lifecycle;

import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.segment.AsOf;
import dev.kopilka.store.Unit;
import java.util.Optional;

/** The stages of a day, handed out to whoever goes through the members in ascending order too. */
public final class StagesInTurn {
  private final Lives lives;
  private final Staging staging;
  private boolean isMore;

  /** The walk ends with the unit. */
  public StagesInTurn(Unit unit, LifecycleTerms terms, AsOf asOf) {
    lives = new Lives(unit, terms, asOf);
    staging = Staging.on(asOf.day(), terms);
    isMore = lives.step();
  }

  /**
   * The member's stage; empty for who was not enrolled by then, and for a card that was merged into
   * another one. Those before are passed over.
   *
   * @param member number in this ledger
   */
  public Optional<Stage> of(long member) {
    while (isMore && lives.life().member() < member) isMore = lives.step();
    if (!isMore || lives.life().member() != member) return Optional.empty();
    return Optional.of(staging.of(lives.life()));
  }
}
