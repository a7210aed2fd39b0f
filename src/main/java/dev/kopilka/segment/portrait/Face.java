package dev.kopilka.segment.portrait;

import dev.kopilka.program.outreach.Channel.Contact;
import dev.kopilka.segment.portrait.count.Count.Group;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known of one member on the day of the portrait, nothing of it finer than it is shown.
 *
 * @param words in the form in which members keep them; "" for unknown
 * @param age full years
 * @param enrolledDays days since enrolment
 * @param available spendable points, in smallest units
 */
record Face(
    long member, Group group, Words words, OptionalLong age, long enrolledDays, long available) {
  /** Bands of full years that market research is used to, in their order. */
  static final List<String> BANDS =
      List.of("0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+");

  private static final int[] LAST = {17, 24, 34, 44, 54, 64};

  /**
   * What is said of the member in words.
   *
   * @param consents channels through which the member agreed to be spoken to
   * @param contacts what the registry has to reach the member by: an address, a number
   */
  record Words(
      String tier, String gender, String city, Set<String> consents, Set<Contact> contacts) {}

  /** The band of the member's age; "" where nobody knows it. */
  String band() {
    if (age.isEmpty()) return "";
    var band = 0;
    while (band < LAST.length && age.getAsLong() > LAST[band]) band++;
    return BANDS.get(band);
  }

  static OptionalLong age(String birthDate, LocalDate day) {
    if (birthDate.isEmpty()) return OptionalLong.empty();
    return OptionalLong.of(LocalDate.parse(birthDate).until(day).getYears());
  }
}
