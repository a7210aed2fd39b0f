/**
 * Floor 2: who takes part in the programme.
 *
 * <p>Doors: {@link dev.kopilka.member.Registry} enrols, finds, changes, blocks; {@link
 * dev.kopilka.member.Member} is one participant as the registry knows it. The rooms: {@code
 * member.person} (personal values), {@code member.enrolment} (requests and their decider).
 *
 * <p>Promises: one code, one card, one phone, one e-mail is one member; the same request twice is
 * one member and one answer. Refuses: points, and personal values in problems or logs.
 */
package dev.kopilka.member;
