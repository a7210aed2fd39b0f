package dev.kopilka.program.yaml.outreach;

import dev.kopilka.program.outreach.Cap;
import dev.kopilka.program.outreach.Channel;
import dev.kopilka.program.outreach.Channel.Contact;
import dev.kopilka.program.outreach.Message;
import dev.kopilka.program.outreach.Outreach;
import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** How a programme speaks to its members, as the file says it. */
public final class OutreachSections {
  private final Set<String> segments;
  private final Set<String> rewards;
  private final Set<String> channels;

  private OutreachSections(Section root, Set<String> segments) {
    this.segments = segments;
    this.rewards = Coded.in(root.node("rewards"));
    this.channels = Coded.in(root.node("channels"));
  }

  /**
   * Reads the sections.
   *
   * @param segments codes that the file declares
   */
  public static Supplier<Outreach> read(Section root, Set<String> segments) {
    var sections = new OutreachSections(root, segments);
    var channels = root.or("channels", Coded.list(CHANNEL), List.<Channel>of());
    var messages =
        root.or("messages", Coded.list(Form.section(sections::message)), List.<Message>of());
    var cap = root.maybe("frequency_cap", CAP);
    return () -> {
      var byCode = new LinkedHashMap<String, Channel>();
      for (var channel : channels.get()) byCode.put(channel.code(), channel);
      return new Outreach(byCode, messages.get(), cap.get());
    };
  }

  /** At most so many messages in so long. */
  private static final Form<Cap> CAP =
      Form.section(
          section -> {
            var most = section.need("most", Numbers.positive(Numbers.COUNT));
            var per = section.need("per", Times.TERM);
            return () -> new Cap(most.get(), per.get());
          });

  private static final Form<Channel> CHANNEL =
      Form.section(
          section -> {
            var code = section.need("code", Texts.CODE);
            var name = section.maybe("name", Texts.TEXT);
            var consent = section.maybe("consent", Texts.CODE);
            var contact = section.maybe("contact", Texts.choice(List.of(Contact.values())));
            var cap = section.maybe("cap", CAP);
            return () ->
                new Channel(
                    code.get(),
                    name.get().orElse(code.get()),
                    consent.get().orElse(code.get()),
                    contact.get().orElse(Channel.contact(code.get())),
                    cap.get());
          });

  private Supplier<Message> message(Section section) {
    var code = section.need("code", Texts.CODE);
    var name = section.maybe("name", Texts.TEXT);
    var audience =
        section.or("segment", Texts.set(Texts.reference("segments", segments)), Set.<String>of());
    var ways = section.need("channel", Texts.some(Form.list(channel())));
    var reward = section.or("reward", Texts.reference("rewards", rewards), "");
    var again = section.maybe("again", Times.TERM);
    return () ->
        new Message(
            code.get(),
            name.get().orElse(code.get()),
            audience.get(),
            ways.get(),
            reward.get(),
            again.get());
  }

  /** Where channels are declared, one of them. */
  private Form<String> channel() {
    return channels.isEmpty() ? Texts.CODE : Texts.reference("channels", channels);
  }
}
