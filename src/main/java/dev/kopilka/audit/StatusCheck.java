package dev.kopilka.audit;

import dev.kopilka.audit.Fault.Kind;
import dev.kopilka.model.Event;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.store.proof.Seen;
import java.util.Optional;

/**
 * Compares a member's status with what the events say of it: who left, who was merged into whom.
 * Blocks are no events; whether somebody is blocked nobody can recompute.
 */
final class StatusCheck {
  private static final String MEMBER = "member";

  private MemberStatus said = MemberStatus.ACTIVE;
  private String into = "";

  /** Takes the member's next event in. */
  void take(Event event) {
    switch (event.kind()) {
      case LEAVING -> said = MemberStatus.LEFT;
      case MERGE -> {
        said = MemberStatus.MERGED;
        into = event.facts().subject();
      }
      case UNMERGE -> {
        said = MemberStatus.ACTIVE;
        into = "";
      }
      default -> {}
    }
  }

  Optional<Fault> compare(long member, Seen.OfMember found) {
    if (found.into().equals(into) && fits(found.status())) return Optional.empty();
    return Optional.of(
        Fault.of(MEMBER, member, Kind.VALUE_DIFFERS)
            .expected("status=" + said.word() + ",merged_into=" + into)
            .found("status=" + found.status() + ",merged_into=" + found.into()));
  }

  private boolean fits(String status) {
    if (status.equals(MemberStatus.ERASED.word())) return true;
    return said == MemberStatus.ACTIVE
        ? status.equals(MemberStatus.ACTIVE.word()) || status.equals(MemberStatus.BLOCKED.word())
        : status.equals(said.word());
  }
}
