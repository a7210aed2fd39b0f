package dev.kopilka.member;

import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;

/** Which status may follow which. Pure. */
final class Transition {
  private Transition() {}

  /** Refuses a step that there is not; a step to where the member stands is none, and fine. */
  static void check(Member member, MemberStatus to) {
    if (member.status() == to) return;
    // Who left, was merged or was erased is gone: the person enrols anew.
    switch (member.status()) {
      case ACTIVE, BLOCKED -> {}
      case LEFT, MERGED, ERASED -> throw refused(member);
    }
  }

  static Trouble refused(Member member) {
    var refusal =
        member.status() == MemberStatus.MERGED ? Refusal.MEMBER_MERGED : Refusal.MEMBER_LEFT;
    return new Trouble.Refused(
        refusal,
        Problem.of(refusal.name())
            .with("member", member.code())
            .with("status", member.status().word()));
  }
}
