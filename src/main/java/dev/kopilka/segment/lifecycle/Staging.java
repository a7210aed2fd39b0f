package dev.kopilka.segment.lifecycle;

import dev.kopilka.program.lifecycle.ClubTerms;
import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.lifecycle.ShopTerms;
import dev.kopilka.program.lifecycle.Stage;
import java.time.LocalDate;
import java.util.Optional;

/** Tells the stages of one day. Made once for the day, so that no member needs calendar arithmetic. */
public sealed interface Staging permits ShopStaging, ClubStaging {
  int day();

  /** The stage of a member who is enrolled by then. */
  Stage of(Life life);

  /** Nothing before the member was enrolled. */
  default Optional<Stage> stage(Life life) {
    return life.enrolled() > day() ? Optional.empty() : Optional.of(of(life));
  }

  static Staging on(LocalDate day, LifecycleTerms terms) {
    if (terms instanceof ShopTerms shop) return ShopStaging.on(day, shop);
    return ClubStaging.on(day, (ClubTerms) terms);
  }
}
