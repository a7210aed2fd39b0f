package dev.kopilka.command.member;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.member.Profile;
import dev.kopilka.member.Revision;
import dev.kopilka.member.person.Person;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.store.Unit;
import dev.kopilka.vault.Mask;
import java.util.function.Function;

/** How much of a person is shown: nothing, a masked text, or what is on record. */
enum Veil {
  NOTHING,
  MASKED,
  LIFTED;

  static void declare(Syntax syntax) {
    syntax.flag("--personal");
    syntax.flag("--reveal");
  }

  /** What was asked for; the more revealing of two flags counts. */
  static Veil of(Given given) {
    if (given.flag("--reveal")) return LIFTED;
    return given.flag("--personal") ? MASKED : NOTHING;
  }

  /**
   * At least a mask, for answers that are of little use without a name; but who may read nothing of
   * persons, and has not asked for it, does without.
   */
  Veil atLeastMasked(Unit unit) {
    return this == NOTHING && unit.mayRead("person") ? MASKED : this;
  }

  /**
   * Puts the look into the log, if it is one behind the mask, before anything is shown.
   *
   * @param subject code of the one member that is looked at, "" for several
   */
  void announce(Desk desk, String command, String subject) {
    if (this != LIFTED) return;
    var by = new Revision.By(desk.actor(), desk.now());
    desk.database()
        .write(
            false,
            unit -> {
              new Revision(unit, desk.vault(), by).reveal(command, subject, "");
              return true;
            });
  }

  private String name(Person person) {
    return this == LIFTED ? person.name().text() : Mask.name(person.name().text());
  }

  private String phone(Person person) {
    return this == LIFTED ? person.phone().text() : Mask.phone(person.phone().text());
  }

  private String email(Person person) {
    return this == LIFTED ? person.email().text() : Mask.email(person.email().text());
  }

  private String birthDate(Person person) {
    var text = person.birthDate().text();
    return this == LIFTED ? text : Mask.birthDate(text);
  }

  /** The person as a group of a card. */
  Card card(Profile profile) {
    var person = profile.person();
    return Card.of()
        .put("name", name(person))
        .put("phone", phone(person))
        .put("email", email(person))
        .put("birth_date", birthDate(person))
        .put("gender", person.gender().word())
        .put("city", person.city());
  }

  /** The person as columns of a sheet; none when nothing is to be seen. */
  <T> Sheet<T> columns(Sheet<T> sheet, Function<T, Person> person) {
    if (this == NOTHING) return sheet;
    return sheet
        .column("name", row -> name(person.apply(row)))
        .column("phone", row -> phone(person.apply(row)))
        .column("email", row -> email(person.apply(row)))
        .column("birth_date", row -> birthDate(person.apply(row)))
        .column("gender", row -> person.apply(row).gender().word())
        .column("city", row -> person.apply(row).city());
  }
}
