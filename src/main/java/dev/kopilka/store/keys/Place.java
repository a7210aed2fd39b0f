package dev.kopilka.store.keys;

import dev.kopilka.model.Key;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.ToLongFunction;

/**
 * Where an id stands in the registry: 63 bits of SHA-256 over its source and itself. A whole number
 * is a third of the text, needs no second tree, and is found by those who insert in order. Two ids
 * may share a place; the later one then stands in the next free one.
 */
public final class Place implements ToLongFunction<Key> {
  private final MessageDigest sha;

  public Place() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  @Override
  public long applyAsLong(Key key) {
    var source = key.source().getBytes(StandardCharsets.UTF_8);
    // The length keeps `a` + `bc` apart from `ab` + `c`.
    sha.update((byte) source.length);
    sha.update((byte) (source.length >>> 8));
    sha.update(source);
    var digest = sha.digest(key.id().getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE;
  }

  /** The place after it; after the last one comes the first. */
  public static long next(long place) {
    return place + 1 & Long.MAX_VALUE;
  }
}
