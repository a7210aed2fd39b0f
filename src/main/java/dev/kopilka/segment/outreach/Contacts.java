package dev.kopilka.segment.outreach;

import dev.kopilka.program.outreach.Cap;
import dev.kopilka.program.outreach.Channel;
import dev.kopilka.program.outreach.Message;
import java.time.LocalDate;
import java.util.List;

/** What one member was told so far, as far back as anybody asks. */
record Contacts(List<Contact> before, LocalDate today) {
  /** One message that was handed out. */
  record Contact(long member, LocalDate day, long at, String message, String channel) {}

  /** Whether one message more is allowed by the cap, over all channels. */
  boolean allows(Cap cap) {
    var since = cap.since(today);
    return before.stream().filter(one -> !one.day.isBefore(since)).count() < cap.most();
  }

  boolean allows(Channel channel) {
    if (channel.cap().isEmpty()) return true;
    var own = before.stream().filter(one -> one.channel.equals(channel.code())).toList();
    return new Contacts(own, today).allows(channel.cap().get());
  }

  /** Whether it is too soon to say the same again. */
  boolean isTooSoon(Message message) {
    for (var one : before) {
      if (!one.message.equals(message.code())) continue;
      if (message.again().isEmpty()) return true;
      if (!one.day.isBefore(new Cap(1, message.again().get()).since(today))) return true;
    }
    return false;
  }
}
