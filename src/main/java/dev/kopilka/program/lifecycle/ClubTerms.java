package dev.kopilka.program.lifecycle;

import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stages by contracts, visits and services.
 *
 * @param visits codes of the activities by which a member comes; empty when every activity is one
 * @param contracts kinds of contract that make a member; empty when all do but those of training
 */
public record ClubTerms(
    Set<String> visits, Set<String> contracts, Starter starter, Training training, Spans spans)
    implements LifecycleTerms {
  /**
   * What newcomers are shown.
   *
   * @param activities codes; empty when there is no starter pack
   * @param count so many of them complete it
   */
  public record Starter(Set<String> activities, long count) {
    public static final Starter NONE = new Starter(Set.of(), 0);

    public Starter {
      activities = sorted(activities);
    }

    public boolean isOffered() {
      return !activities.isEmpty();
    }
  }

  /**
   * How personal training is told from other visits.
   *
   * @param activities codes of trainings with a coach
   * @param contracts kinds of contract about training
   * @param within one training counts for so long
   */
  public record Training(Set<String> activities, Set<String> contracts, Period within) {
    public static final Training NONE = new Training(Set.of(), Set.of(), Period.ofDays(30));

    public Training {
      activities = sorted(activities);
      contracts = sorted(contracts);
    }
  }

  /**
   * How long what lasts.
   *
   * @param fresh so long from its first day a contract is young
   * @param inactive who has not come for so long is inactive
   * @param renewal so long before its last day a contract is up for renewal
   * @param lost who has not renewed so long after the last day is lost
   */
  public record Spans(Period fresh, Period inactive, Period renewal, Period lost) {
    public static final Spans USUAL =
        new Spans(Period.ofDays(60), Period.ofDays(21), Period.ofDays(30), Period.ofDays(30));
  }

  public static final ClubTerms USUAL =
      new ClubTerms(Set.of(), Set.of(), Starter.NONE, Training.NONE, Spans.USUAL);

  public ClubTerms {
    visits = sorted(visits);
    contracts = sorted(contracts);
  }

  private static Set<String> sorted(Set<String> words) {
    return Collections.unmodifiableSet(new TreeSet<>(words));
  }

  @Override
  public List<Stage> stages() {
    return Stage.CLUB;
  }

  /** Who trains with a coach comes, whether the visits name it or not. */
  @Override
  public boolean isVisit(String activity) {
    return visits.isEmpty()
        || visits.contains(activity)
        || training.activities().contains(activity);
  }

  /** Whether a contract of this kind makes a member of the club. */
  public boolean isMembership(String contract) {
    return contracts.isEmpty()
        ? !training.contracts().contains(contract)
        : contracts.contains(contract);
  }
}
