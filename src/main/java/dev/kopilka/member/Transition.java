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
    var from = member.status();
    if (from == to) return;
    switch (from) {
      case ACTIVE, BLOCKED -> {
        if (to == MemberStatus.ACTIVE || to == MemberStatus.BLOCKED || to == MemberStatus.LEFT) {
          return;
        }
      }
      case LEFT -> throw refused(Refusal.MEMBER_LEFT, member);
      case MERGED, ERASED -> {}
    }
    throw refused(Refusal.STATUS_UNFIT, member);
  }

  static Trouble refused(Refusal refusal, Member member) {
    return new Trouble.Refused(
        refusal,
        Problem.of(refusal.name())
            .with("member", member.code())
            .with("status", member.status().word()));
  }
}
