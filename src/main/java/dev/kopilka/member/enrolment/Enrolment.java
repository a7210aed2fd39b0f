package dev.kopilka.member.enrolment;

import dev.kopilka.member.person.Person;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request to take a member in, every value in its normal form; absent texts are empty.
 *
 * @param code the member code: text, so that {@code 0012} stays what it is
 * @param enrolledAt since when the person takes part; empty for the moment of recording
 * @param attributes free facts by name; the attribute {@code card} is the number of a card
 */
public record Enrolment(
    String code,
    Person person,
    Optional<Instant> enrolledAt,
    Origin origin,
    SortedMap<String, String> attributes) {
  /** The attribute by which a member is found as by the code. */
  public static final String CARD = "card";

  public Enrolment {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** Through whom and under what agreement the member came. */
  public record Origin(
      String channel, String staff, String referrer, String consents, String pilot) {
    public static final Origin UNKNOWN = new Origin("", "", "", "", "");
  }

  public String card() {
    return attributes.getOrDefault(CARD, "");
  }

  /** Everything it says besides the code, by column, in the order of the import's columns. */
  public Map<String, String> texts() {
    var texts = new LinkedHashMap<>(person.texts());
    texts.put("enrolled_at", enrolledAt.map(Instant::toString).orElse(""));
    texts.put("channel", origin.channel);
    texts.put("staff", origin.staff);
    texts.put("referrer", origin.referrer);
    texts.put("consents", origin.consents);
    texts.put("pilot", origin.pilot);
    attributes.forEach((name, value) -> texts.put("attr." + name, value));
    return texts;
  }

  /**
   * Tells this content from another, also after the member was updated: the first eight bytes of
   * SHA-256 over the columns that say something, each length-prefixed.
   */
  public long fingerprint() {
    var said = new ByteArrayOutputStream(256);
    texts()
        .forEach((column, text) -> {
          if (text.isEmpty()) return;
          write(said, column);
          write(said, text);
        });
    return ByteBuffer.wrap(sha256().digest(said.toByteArray())).getLong();
  }

  private static void write(ByteArrayOutputStream out, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    for (var shift = 24; shift >= 0; shift -= 8) out.write(bytes.length >>> shift);
    out.writeBytes(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
