package dev.kopilka.program.outreach;

import java.util.Optional;

/**
 * A way to reach members.
 *
 * @param consent what a member must have agreed to
 * @param contact what must be known of the member
 * @param cap how often through this channel; empty for as often as the programme allows in all
 */
public record Channel(
    String code, String name, String consent, Contact contact, Optional<Cap> cap) {
  /** What the registry keeps to reach a member by. */
  public enum Contact {
    EMAIL,
    PHONE,
    /** Whoever sends knows the address: a push to an app, a letter on a receipt. */
    NONE
  }

  /** The channel of this code where the programme declares none: its usual address, no cap. */
  public static Channel usual(String code) {
    return new Channel(code, code, code, contact(code), Optional.empty());
  }

  /** What a channel of this code usually needs. */
  public static Contact contact(String code) {
    return switch (code) {
      case "email" -> Contact.EMAIL;
      case "sms", "phone", "call", "whatsapp", "viber" -> Contact.PHONE;
      default -> Contact.NONE;
    };
  }
}
