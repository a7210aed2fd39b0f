package dev.kopilka.program.outreach;

import dev.kopilka.program.outreach.Channel.Contact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a programme speaks to its members.
 *
 * @param channels by code, in the order of the file; empty where any will do
 * @param messages what matters most in front
 * @param cap how often a member is spoken to through all channels together; empty for no limit
 */
public record Outreach(Map<String, Channel> channels, List<Message> messages, Optional<Cap> cap) {
  public static final Outreach NONE = new Outreach(Map.of(), List.of(), Optional.empty());

  public Outreach {
    channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
    messages = List.copyOf(messages);
  }

  /** The channel of the code, as declared or as usual. */
  public Channel channel(String code) {
    var declared = channels.get(code);
    return declared == null ? Channel.usual(code) : declared;
  }

  /**
   * Codes of the channels through which a member can be reached and agreed to be.
   *
   * @param contacts what is known of the member
   */
  public Set<String> channelsTo(Set<String> consents, Set<Contact> contacts) {
    var codes = new TreeSet<String>();
    for (var code : channels.isEmpty() ? consents : channels.keySet()) {
      if (reaches(channel(code), consents, contacts)) codes.add(code);
    }
    return codes;
  }

  /** Whether the member agreed to the channel, and is known by what it needs. */
  public static boolean reaches(Channel channel, Set<String> consents, Set<Contact> contacts) {
    return consents.contains(channel.consent())
        && (channel.contact() == Contact.NONE || contacts.contains(channel.contact()));
  }
}
