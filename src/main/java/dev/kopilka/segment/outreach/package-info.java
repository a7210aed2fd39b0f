/**
 * The next best action for each member of a segment: which message, through which channel, and why.
 *
 * <p>Doors: {@link dev.kopilka.segment.outreach.Actions}. Promises: nobody is spoken to who has not
 * agreed, who has been spoken to often enough, or who is in the segment no more. Refuses: to send
 * anything, and to mask a contact, which is the business of whoever shows it.
 */
package dev.kopilka.segment.outreach;
