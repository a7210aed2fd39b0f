package dev.kopilka.member.enrolment;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;

/** What becomes of one enrolment. */
public sealed interface Decision {
  /** The member is new and is taken in; the fingerprint is the enrolment's. */
  record Admit(Enrolment enrolment, long fingerprint) implements Decision {}

  /** The member was taken in before by the same request; nothing is to be written. */
  record Repeat(String code) implements Decision {}

  record Refuse(Refusal refusal, Problem problem) implements Decision {
    /**
     * The problem's code is the refusal's name.
     *
     * @param detail what the member is here: {@code member} itself, or {@code other}
     */
    static Refuse because(Refusal refusal, String detail, String member, String field) {
      var problem = Problem.of(refusal.name()).with(detail, member).with("field", field);
      return new Refuse(refusal, problem);
    }
  }
}
