package dev.kopilka.model.chain;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Terms;
import dev.kopilka.model.Where;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Hashes events and entries into their member's chains. Not safe for use by several threads: it
 * keeps its buffer and digest between rows, which is what makes a million rows cheap.
 */
public final class Chain {
  /** What the first row of a chain follows. */
  public static final byte[] ROOT = new byte[32];

  private static final int VERSION = 1;
  private static final int EVENT = 'E';
  private static final int ENTRY = 'P';
  private static final int CONTENT = 'C';
  private static final int TEXTS = 'T';

  private final MessageDigest sha = sha256();
  private final ByteForm form = new ByteForm();

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** SHA-256 of the event that follows the given head. The event's own hash is not looked at. */
  public byte[] hash(byte[] head, Event event) {
    form.reset().tag(VERSION).tag(EVENT).raw(head);
    form.number(event.member()).number(event.number());
    content(event.kind(), event.key(), event.occurredAt(), event.facts());
    form.number(event.recordedAt()).number(event.version()).text(event.actor());
    form.number(event.fingerprint());
    return digest();
  }

  /**
   * SHA-256 of the entry that follows the given head.
   *
   * @param eventHash hash of the event that caused it, {@link #ROOT} when the day's close did
   */
  public byte[] hash(byte[] head, Entry entry, byte[] eventHash) {
    form.reset().tag(VERSION).tag(ENTRY).raw(head).raw(eventHash);
    form.number(entry.member()).number(entry.seq()).number(entry.event());
    form.tag(entry.kind().number()).number(entry.points()).number(entry.balance());
    form.number(entry.opened()).text(entry.rule()).number(entry.version());
    form.number(entry.corrects());
    terms(entry.terms());
    form.number(entry.draws().size());
    for (var draw : entry.draws()) form.number(draw.lot().entry()).number(draw.points());
    form.number(entry.shares().size());
    for (var share : entry.shares()) form.number(share);
    form.number(entry.occurredAt()).number(entry.recordedAt()).text(entry.actor());
    return digest();
  }

  /**
   * The first eight bytes of SHA-256 over what an event says: equal for the same content whoever
   * recorded it and when, so that a repeated id can be told from a reused one.
   */
  public long fingerprint(EventKind kind, Key key, long occurredAt, Facts facts) {
    form.reset().tag(VERSION).tag(CONTENT);
    content(kind, key, occurredAt, facts);
    var digest = digest();
    var first = 0L;
    for (var i = 0; i < 8; i++) first = first << 8 | digest[i] & 0xff;
    return first;
  }

  /**
   * SHA-256 of a row of texts that follows the given head: for the few things beside events and
   * entries that follow one another, such as the programme's versions.
   */
  public byte[] hash(byte[] head, List<String> texts) {
    form.reset().tag(VERSION).tag(TEXTS).raw(head).number(texts.size());
    for (var text : texts) form.text(text);
    return digest();
  }

  private void content(EventKind kind, Key key, long occurredAt, Facts facts) {
    form.tag(kind.number()).text(key.source()).text(key.id()).number(occurredAt);
    form.number(facts.amount()).number(facts.discount()).number(facts.points());
    form.text(facts.subject()).text(facts.reference());
    where(facts.where());
    form.number(facts.lines().size());
    for (var line : facts.lines()) {
      form.text(line.category()).text(line.sku()).text(line.quantity()).number(line.amount());
    }
    terms(facts.terms());
    form.text(facts.attributes());
  }

  private void where(Where where) {
    form.text(where.channel()).text(where.store()).text(where.partner());
    form.text(where.staff()).text(where.promoCode());
  }

  private void terms(Terms terms) {
    form.day(terms.earnedOn()).day(terms.activeFrom()).day(terms.expiresOn());
  }

  private byte[] digest() {
    sha.update(form.bytes(), 0, form.size());
    var out = new byte[32];
    try {
      sha.digest(out, 0, out.length);
    } catch (DigestException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
    return out;
  }
}
