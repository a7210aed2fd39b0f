package dev.kopilka.segment.outreach;

import dev.kopilka.program.outreach.Channel;
import dev.kopilka.program.outreach.Message;
import dev.kopilka.program.segment.Segment;

/**
 * What to say to one member.
 *
 * @param member number
 * @param code of the member
 * @param segment for whose members the message is, and in which the member is
 * @param contact the address or number, unmasked; "" where the channel needs none
 * @param reason what of the member made the segment's conditions hold
 */
public record Action(
    long member,
    String code,
    Segment segment,
    Message message,
    Channel channel,
    String contact,
    String reason) {}
