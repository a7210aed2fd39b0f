package dev.kopilka.program.lifecycle;

import dev.kopilka.program.Mechanic;
import java.util.List;
import java.util.Set;

/** The stages of a programme's members and their terms. */
public sealed interface LifecycleTerms permits ShopTerms, ClubTerms {
  /** In the order in which they are shown. */
  List<Stage> stages();

  /** Whether members come by this activity; shops know no visits but purchases. */
  boolean isVisit(String activity);

  /** What holds where the file says nothing: a club's where one of the mechanics is a club. */
  static LifecycleTerms usual(Set<Mechanic> kind) {
    return kind.contains(Mechanic.CLUB) ? ClubTerms.USUAL : ShopTerms.USUAL;
  }
}
