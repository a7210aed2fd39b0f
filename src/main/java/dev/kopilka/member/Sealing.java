package dev.kopilka.member;

import dev.kopilka.member.enrolment.Known.Identity;
import dev.kopilka.member.person.BirthDate;
import dev.kopilka.member.person.Email;
import dev.kopilka.member.person.Gender;
import dev.kopilka.member.person.Person;
import dev.kopilka.member.person.PersonName;
import dev.kopilka.member.person.Phone;
import dev.kopilka.store.person.IdentityRows.Kind;
import dev.kopilka.store.person.PersonRows.Keys;
import dev.kopilka.store.person.PersonRows.Stored;
import dev.kopilka.vault.Vault;
import java.util.ArrayList;
import java.util.List;

/** Persons on their way to the store and back: sealed going in, opened coming out. */
record Sealing(Vault vault) {
  /** The row of a member who has none yet, with a data key of the member's own. */
  Stored closed(long member, Person person) {
    return closed(member, person, vault.newKey());
  }

  /** The row under the data key that the member has. */
  Stored closed(long member, Person person, String dataKey) {
    var seal = vault.under(dataKey);
    return new Stored(
        member,
        dataKey,
        seal.closed("name", person.name().text()),
        seal.closed("phone", person.phone().text()),
        seal.closed("email", person.email().text()),
        seal.closed("birth_date", person.birthDate().text()),
        person.gender().word(),
        person.city(),
        new Keys(phoneKey(person.phone()), emailKey(person.email())));
  }

  Person opened(Stored row) {
    var seal = vault.under(row.dataKey());
    return new Person(
        new PersonName(seal.opened("name", row.name())),
        new Phone(seal.opened("phone", row.phone())),
        new Email(seal.opened("email", row.email())),
        new BirthDate(seal.opened("birth_date", row.birthDate())),
        Gender.of(row.gender()),
        row.city());
  }

  /** The key by which the registry of identities knows whose it is. */
  String key(Identity identity) {
    return switch (identity.kind()) {
      case CARD -> Kind.CARD.key(identity.text());
      case PHONE -> Kind.PHONE.key(phoneKey(new Phone(identity.text())));
      case EMAIL -> Kind.EMAIL.key(emailKey(new Email(identity.text())));
    };
  }

  /** The same of every clue that there is, in the order of matching. */
  List<String> keys(Clues clues) {
    var keys = new ArrayList<String>(4);
    if (!clues.code().isEmpty()) keys.add(Kind.CODE.key(clues.code()));
    if (!clues.card().isEmpty()) keys.add(Kind.CARD.key(clues.card()));
    if (!clues.phone().text().isEmpty()) keys.add(Kind.PHONE.key(phoneKey(clues.phone())));
    if (!clues.email().text().isEmpty()) keys.add(Kind.EMAIL.key(emailKey(clues.email())));
    return keys;
  }

  private String phoneKey(Phone phone) {
    return vault.searchKey("phone", phone.text());
  }

  private String emailKey(Email email) {
    return vault.searchKey("email", email.text());
  }
}
