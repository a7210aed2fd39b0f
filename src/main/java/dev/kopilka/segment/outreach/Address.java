package dev.kopilka.segment.outreach;

import dev.kopilka.program.outreach.Channel.Contact;
import dev.kopilka.store.report.Row;
import dev.kopilka.vault.Vault;
import java.util.EnumSet;
import java.util.Set;

/**
 * How one member can be reached.
 *
 * @param email unsealed; "" for none
 * @param phone unsealed; "" for none
 */
record Address(long member, String code, Set<String> consents, String email, String phone) {
  /** From a row of {@code segment_addresses}. */
  static Address of(Row row, Vault vault) {
    var seal = vault.under(row.text(4));
    var email = row.text(5);
    var phone = row.text(6);
    return new Address(
        row.number(1),
        row.text(2),
        row.text(3).isEmpty() ? Set.of() : Set.of(row.text(3).split(",")),
        email.isEmpty() ? "" : seal.opened("email", email),
        phone.isEmpty() ? "" : seal.opened("phone", phone));
  }

  Set<Contact> contacts() {
    var contacts = EnumSet.of(Contact.NONE);
    if (!email.isEmpty()) contacts.add(Contact.EMAIL);
    if (!phone.isEmpty()) contacts.add(Contact.PHONE);
    return contacts;
  }

  String text(Contact contact) {
    return switch (contact) {
      case EMAIL -> email;
      case PHONE -> phone;
      case NONE -> "";
    };
  }
}
