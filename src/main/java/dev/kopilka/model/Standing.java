package dev.kopilka.model;

import java.time.LocalDate;

/**
 * A member's place on the tier ladder from a day on.
 *
 * @param entry sequence number of the tier entry
 * @param until last day of its validity; the day's close looks at it afterwards
 */
public record Standing(int entry, String tier, LocalDate from, LocalDate until) {}
