package dev.kopilka.member.enrolment;

import dev.kopilka.member.enrolment.Known.Identity;
import dev.kopilka.member.enrolment.Known.Registered;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Decides about the enrolments of one batch, one after the other: whom it admits is known to the
 * next. Pure: reads what was loaded, writes nothing.
 */
public final class Admission {
  private final Known known;
  private final Instant now;
  private final Gate gate;

  /** What somebody else has against an enrolment that the registry would admit. */
  public interface Gate {
    Gate OPEN = _ -> Optional.empty();

    Optional<Decision.Refuse> refuses(Enrolment enrolment);
  }

  public Admission(Known known, Instant now, Gate gate) {
    this.known = known;
    this.now = now;
    this.gate = gate;
  }

  public Decision decide(Enrolment request) {
    var before = known.member(request.code());
    if (before.isPresent()) return again(request, before.get());
    var referrer = request.origin().referrer();
    if (!referrer.isEmpty() && !known.has(referrer)) {
      return Decision.Refuse.because(Refusal.MEMBER_NOT_FOUND, "member", referrer, "referrer");
    }
    var taken = taken(request);
    if (taken.isPresent()) return taken.get();
    var since = request.enrolledAt().orElse(now);
    if (since.isAfter(now)) {
      return new Decision.Refuse(
          Refusal.EVENT_IN_FUTURE,
          Problem.of(Refusal.EVENT_IN_FUTURE.name())
              .with("member", request.code())
              .with("occurred_at", since)
              .with("field", "enrolled_at"));
    }
    var refused = gate.refuses(request);
    if (refused.isPresent()) return refused.get();
    return new Decision.Admit(request, learn(request));
  }

  /**
   * The same request is the same member, whatever was updated since; and a file mended to what the
   * registry already says is no news either. Anything else would overwrite a person.
   */
  private static Decision again(Enrolment request, Registered before) {
    if (request.fingerprint() == before.fingerprint()) return new Decision.Repeat(request.code());
    var now = before.enrolment().texts();
    for (var said : request.texts().entrySet()) {
      var same = said.getValue().equals(now.getOrDefault(said.getKey(), ""));
      if (!same && !(said.getKey().equals("enrolled_at") && said.getValue().isEmpty())) {
        return different(request.code(), said.getKey());
      }
    }
    for (var there : now.keySet()) {
      if (there.startsWith("attr.") && !request.texts().containsKey(there)) {
        return different(request.code(), there);
      }
    }
    return new Decision.Repeat(request.code());
  }

  private static Decision different(String code, String field) {
    var problem =
        Problem.of(Refusal.ID_REUSED.name())
            .with("source", "members")
            .with("id", code)
            .with("field", field);
    return new Decision.Refuse(Refusal.ID_REUSED, problem);
  }

  /** All members who hold something of it are named, by code; the first thing gives the refusal. */
  private Optional<Decision> taken(Enrolment request) {
    var holders = new LinkedHashSet<String>();
    var first = Optional.<Refusal>empty();
    for (var identity : identities(request)) {
      var holder = known.holderOf(identity);
      if (holder.isEmpty()) continue;
      holders.add(holder);
      if (first.isEmpty()) first = Optional.of(refusal(identity.kind()));
    }
    return first.map(refusal ->
        Decision.Refuse.because(refusal, "other", String.join(", ", holders), field(refusal)));
  }

  private static Refusal refusal(Identity.Kind kind) {
    return switch (kind) {
      case CARD -> Refusal.CARD_TAKEN;
      case PHONE -> Refusal.PHONE_TAKEN;
      case EMAIL -> Refusal.EMAIL_TAKEN;
    };
  }

  private static String field(Refusal refusal) {
    return switch (refusal) {
      case CARD_TAKEN -> "attr.card";
      case PHONE_TAKEN -> "phone";
      default -> "email";
    };
  }

  /** What it claims for itself alone, in the order of matching. */
  public static List<Identity> identities(Enrolment request) {
    var identities = new ArrayList<Identity>(3);
    add(identities, Identity.Kind.CARD, request.card());
    add(identities, Identity.Kind.PHONE, request.person().phone().text());
    add(identities, Identity.Kind.EMAIL, request.person().email().text());
    return identities;
  }

  private static void add(List<Identity> identities, Identity.Kind kind, String text) {
    if (!text.isEmpty()) identities.add(new Identity(kind, text));
  }

  private long learn(Enrolment request) {
    var fingerprint = request.fingerprint();
    known.member(new Registered(request, fingerprint));
    for (var identity : identities(request)) known.holder(identity, request.code());
    return fingerprint;
  }
}
