package dev.kopilka.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A digest of a set of rows that does not depend on their order: each row's SHA-256, added up as
 * four numbers. The registry of ids stands in another order than the events; equal sums of both
 * say that they agree without a search for each.
 */
final class KeySum {
  private final MessageDigest sha;
  private final byte[] row = new byte[4 * Long.BYTES];
  private final ByteBuffer numbers = ByteBuffer.wrap(row);
  private final long[] sum = new long[4];

  KeySum() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  void take(long place, long member, long number, long fingerprint) {
    numbers.clear().putLong(place).putLong(member).putLong(number).putLong(fingerprint);
    var digest = ByteBuffer.wrap(sha.digest(row));
    for (var i = 0; i < sum.length; i++) sum[i] += digest.getLong();
  }

  void add(KeySum other) {
    for (var i = 0; i < sum.length; i++) sum[i] += other.sum[i];
  }

  boolean isSame(KeySum other) {
    return Arrays.equals(sum, other.sum);
  }
}
