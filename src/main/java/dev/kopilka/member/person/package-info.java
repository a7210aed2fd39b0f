/**
 * Floor 2: who a member is, as checked values in one normal form each.
 *
 * <p>Doors: {@link dev.kopilka.member.person.Person} and its fields {@link
 * dev.kopilka.member.person.PersonName}, {@link dev.kopilka.member.person.Phone}, {@link
 * dev.kopilka.member.person.Email}, {@link dev.kopilka.member.person.BirthDate}, {@link
 * dev.kopilka.member.person.Gender}; {@link dev.kopilka.member.person.Plain} for free text.
 *
 * <p>Promises: two spellings of one value are equal here. Refuses: to name a personal value in a
 * problem: a log, a rejects file or a terminal may be read by others.
 */
package dev.kopilka.member.person;
