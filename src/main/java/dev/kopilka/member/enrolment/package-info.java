/**
 * Floor 2: requests to take a member in, and what is decided about them.
 *
 * <p>Doors: {@link dev.kopilka.member.enrolment.Form} reads the columns of a request into an {@link
 * dev.kopilka.member.enrolment.Enrolment}; {@link dev.kopilka.member.enrolment.Admission} decides
 * about a batch of them against what is known.
 *
 * <p>Promises: deciding is pure; a request repeated inside one batch is answered like one repeated
 * a year later. Refuses: the database, the clock.
 */
package dev.kopilka.member.enrolment;
