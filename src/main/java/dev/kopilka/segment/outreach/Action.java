package dev.kopilka.segment.outreach;

import dev.kopilka.program.outreach.Channel;
import dev.kopilka.program.outreach.Message;

/**
 * What to say to one member.
 *
 * @param member number
 * @param code of the member
 * @param contact the address or number, unmasked; "" where the channel needs none
 * @param reason what of the member made the segment's conditions hold
 */
public record Action(
    long member, String code, Message message, Channel channel, String contact, String reason) {}
