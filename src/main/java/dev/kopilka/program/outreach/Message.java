package dev.kopilka.program.outreach;

import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something to say to a member, or to offer.
 *
 * @param segments codes; it is for members of these, or of any when there are none
 * @param channels codes, the one that is tried first in front
 * @param reward code of a reward that the message offers, so that only those hear of it who can take
 *     it; "" for none
 * @param again not said to the same member again so soon; empty for never again
 */
public record Message(
    String code,
    String name,
    Set<String> segments,
    List<String> channels,
    String reward,
    Optional<Period> again) {
  public Message {
    if (channels.isEmpty()) throw new IllegalArgumentException(code + " goes nowhere");
    segments = Collections.unmodifiableSet(new TreeSet<>(segments));
    channels = List.copyOf(channels);
  }

  public boolean isFor(String segment) {
    return segments.isEmpty() || segments.contains(segment);
  }
}
