package dev.kopilka.program.steering;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How employees are judged by the members whom they enrol and the points that they have booked.
 *
 * @param activeAfter an enrolment was worth it when the member still comes so many days later, and
 *     before as many again have passed
 * @param ownCard the free attribute of members that names whose own card it is; "" for none
 * @param people by code, in the order of the file
 */
public record StaffTerms(
    int activeAfter,
    String ownCard,
    Suspicion suspicion,
    Optional<Bonus> bonus,
    Map<String, Person> people) {
  /**
   * When one card is accrued unusually often by one employee.
   *
   * @param accruals at least so many, of one employee to one card
   * @param share and at least that part of all that the employee accrues, above 0
   */
  public record Suspicion(long accruals, BigDecimal share) {
    public Suspicion {
      if (share.signum() <= 0) throw new IllegalArgumentException("share: " + share);
    }
  }

  /** What an employee is due, in minor units. */
  public record Bonus(long perEnrolment, long perActive, long perAccrual) {}

  /**
   * An employee.
   *
   * @param member code of the own card; "" for none
   */
  public record Person(String code, String name, String member) {}

  /** Where the programme says nothing about its staff. */
  public static final StaffTerms USUAL =
      new StaffTerms(
          30,
          "",
          new Suspicion(5, new BigDecimal("0.2")),
          Optional.empty(),
          Map.of());

  public StaffTerms {
    people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
  }
}
