package dev.kopilka.member.enrolment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the registry knows about the members that a batch names, and what the batch adds to it.
 * Loaded before deciding; holds nothing about anybody else.
 */
public final class Known {
  private final Map<String, Registered> members = new HashMap<>();
  private final Map<Identity, String> holders = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

  /**
   * A member who is there.
   *
   * @param enrolment who they are now, as an enrolment would say it
   * @param fingerprint of the enrolment by which they were taken in
   */
  public record Registered(Enrolment enrolment, long fingerprint) {}

  /** A value that one member alone may hold. */
  public record Identity(Kind kind, String text) {
    /** In the order in which a person is matched, after the member code. */
    public enum Kind {
      CARD,
      PHONE,
      EMAIL
    }
  }

  public void member(Registered registered) {
    members.put(registered.enrolment().code(), registered);
  }

  /** That there is a member with this code, of whom the batch needs nothing else. */
  public void code(String code) {
    codes.add(code);
  }

  /** That the member with this code holds the identity. */
  public void holder(Identity identity, String code) {
    holders.put(identity, code);
  }

  /** Whether there is a member with this code, as far as is known here. */
  public boolean has(String code) {
    return members.containsKey(code) || codes.contains(code);
  }

  Optional<Registered> member(String code) {
    return Optional.ofNullable(members.get(code));
  }

  /** The code of the member who holds it, "" when nobody does. */
  String holderOf(Identity identity) {
    return holders.getOrDefault(identity, "");
  }
}
