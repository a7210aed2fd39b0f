package dev.kopilka.audit.registry;

import java.security.SecureRandom;

/**
 * Says whether two sets of rows are the same whatever their order: a registry stands in another
 * order than what it registers, and a search for each row would cost more than all the rest.
 *
 * <p>Each row is a number modulo the prime {@code p} = 2⁶¹ − 1, made of the 32-bit halves of its
 * fields by secret factors; a set is the product of {@code z − row} at a secret point {@code z}
 * (Lipton 1989). Two different sets of {@code n} rows have the same product with a chance of at most
 * {@code 2n/p} (Schwartz 1980, Zippel 1979): 10⁻¹¹ for ten million rows. A text is one field more, a
 * polynomial of its bytes at a secret base (Carter and Wegman 1979). The secrets are drawn anew for
 * each verification, so that whoever changed the rows before cannot have aimed at them.
 */
public final class KeySum {
  private static final long PRIME = (1L << 61) - 1;

  /** So many bytes are certainly less than the prime. */
  private static final int CHUNK = 7;

  private final Secrets secrets;
  private long product = 1;

  /** The point and the factors; sums that are to be compared or joined must share them. */
  public static final class Secrets {
    private final long point;
    private final long base;
    private final long[] factors = new long[8];

    public Secrets() {
      var random = new SecureRandom();
      point = random.nextLong(PRIME);
      base = random.nextLong(PRIME);
      for (var i = 0; i < factors.length; i++) factors[i] = random.nextLong(PRIME);
    }
  }

  KeySum(Secrets secrets) {
    this.secrets = secrets;
  }

  void take(long place, long member, long number, long fingerprint) {
    // Four numbers below the prime fit into a long with nothing to spare.
    var row = part(place, 0) + part(member, 2) + part(number, 4) + part(fingerprint, 6);
    product = times(product, reduced(secrets.point + PRIME - reduced(row)));
  }

  /** Takes a row of a text and a number in. */
  void take(byte[] text, long member) {
    // With its length in front no text is the end of another one.
    var sum = (long) text.length;
    for (var at = 0; at < text.length; at += CHUNK) {
      sum = reduced(times(sum, secrets.base) + chunk(text, at));
    }
    take(sum, member, 0, 0);
  }

  /** So many bytes, fewer at the end, as one number below the prime. */
  private static long chunk(byte[] text, int from) {
    var chunk = 0L;
    var to = Math.min(text.length, from + CHUNK);
    for (var at = from; at < to; at++) chunk = chunk << 8 | text[at] & 0xff;
    return chunk;
  }

  /** The two halves of a field times their factors. */
  private long part(long field, int factor) {
    return reduced(
        times(field >>> 32, secrets.factors[factor])
            + times(field & 0xffff_ffffL, secrets.factors[factor + 1]));
  }

  /** Both less than the prime, and so is the answer. */
  private static long times(long one, long other) {
    var high = Math.multiplyHigh(one, other);
    var low = one * other;
    // 2⁶¹ is one modulo the prime: what stands above 61 bits is added to what stands below.
    return reduced((low & PRIME) + (low >>> 61 | high << 3));
  }

  /** Of a number that is not negative. */
  private static long reduced(long number) {
    var folded = (number & PRIME) + (number >>> 61);
    return folded >= PRIME ? folded - PRIME : folded;
  }

  void add(KeySum other) {
    product = times(product, other.product);
  }

  boolean isSame(KeySum other) {
    return product == other.product;
  }
}
