/**
 * How a programme speaks to its members: channels, messages, and how often is too often.
 *
 * <p>Doors: {@link dev.kopilka.program.outreach.Outreach}. Promises: nobody is spoken to through a
 * channel without having agreed to it. Refuses: to know a member, and to send anything.
 */
package dev.kopilka.program.outreach;
