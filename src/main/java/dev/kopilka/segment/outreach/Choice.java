package dev.kopilka.segment.outreach;

import dev.kopilka.model.value.Invariant;
import dev.kopilka.program.Programme;
import dev.kopilka.program.outreach.Channel;
import dev.kopilka.program.outreach.Message;
import dev.kopilka.program.outreach.Outreach;
import dev.kopilka.program.privilege.Reward;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.segment.facts.MemberFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what to say to a member: the first message of the programme that is for a segment of the
 * member, was not said too lately, offers what the member can take, and has a channel that reaches the member.
 */
final class Choice {
  private final Programme programme;
  private final Set<String> soldOut;
  private final LocalDate today;

  /** Why a member is not spoken to, the gravest in front. */
  enum Silence {
    /** The conditions of the segment do not hold any more. */
    LEFT_SEGMENT,
    /** Spoken to often enough, or the same was said lately. */
    TOO_SOON,
    /** No consent, or no address. */
    OUT_OF_REACH,
    /** No message is for the segment, or what they offer cannot be taken. */
    NOTHING_TO_SAY
  }

  /**
   * What came of it: something to say, or the reason why not.
   *
   * @param said empty for silence
   */
  record Chosen(Optional<Said> said, Silence silence) {
    static Chosen none(Silence silence) {
      return new Chosen(Optional.empty(), silence);
    }
  }

  /** A message, the segment that it is said to, and the channel through which. */
  record Said(Message message, Segment segment, Channel channel) {}

  /** Codes of rewards of which there are none are {@code soldOut}. */
  Choice(Programme programme, Set<String> soldOut, LocalDate today) {
    this.programme = programme;
    this.soldOut = soldOut;
    this.today = today;
  }

  /** For a member of these segments, of which the first counts that a message is for. */
  Chosen choose(List<Segment> segments, MemberFacts facts, Address address, Contacts contacts) {
    var cap = programme.outreach().cap();
    if (cap.isPresent() && !contacts.allows(cap.get())) return Chosen.none(Silence.TOO_SOON);
    var silence = Silence.NOTHING_TO_SAY;
    for (var message : programme.outreach().messages()) {
      var segment = segments.stream().filter(one -> message.isFor(one.code())).findFirst();
      if (segment.isEmpty() || !isOffered(message, facts, address)) continue;
      if (contacts.isTooSoon(message)) {
        silence = graver(silence, Silence.TOO_SOON);
        continue;
      }
      var reaching = reaching(message, address);
      for (var channel : reaching) {
        if (contacts.allows(channel)) {
          return new Chosen(Optional.of(new Said(message, segment.get(), channel)), silence);
        }
      }
      silence = graver(silence, reaching.isEmpty() ? Silence.OUT_OF_REACH : Silence.TOO_SOON);
    }
    return Chosen.none(silence);
  }

  private static Silence graver(Silence one, Silence other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private List<Channel> reaching(Message message, Address address) {
    Outreach outreach = programme.outreach();
    return message.channels().stream()
        .map(outreach::channel)
        .filter(channel -> Outreach.reaches(channel, address.consents(), address.contacts()))
        .toList();
  }

  /** Nobody is offered what they would be refused. */
  private boolean isOffered(Message message, MemberFacts facts, Address address) {
    if (message.reward().isEmpty()) return true;
    Reward reward = programme.rewards().get(message.reward());
    Invariant.holds(reward != null, "a message offers a reward that the programme has not");
    return reward.valid().covers(today)
        && facts.points().available() >= reward.cost()
        && (reward.tiers().isEmpty() || reward.tiers().contains(facts.words().tier()))
        && address.consents().containsAll(reward.consents())
        && !soldOut.contains(reward.code());
  }
}
