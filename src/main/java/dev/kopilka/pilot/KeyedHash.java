package dev.kopilka.pilot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chance that can be had again: HMAC-SHA-256 (RFC 2104) under the pilot's salt, over our own
 * length-prefixed bytes. Who does not know the salt cannot tell where a code will go.
 */
final class KeyedHash {
  private static final String NAME = "HmacSHA256";
  private static final byte VERSION = 1;

  /** A double has so many bits behind its first one. */
  private static final int SPARE = 11;

  private static final double UNIT = 0x1p-53;

  private final Mac mac;

  /**
   * @param salt not empty
   */
  KeyedHash(String salt) {
    try {
      mac = Mac.getInstance(NAME);
      mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), NAME));
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** Of several texts in this order: a, bc and ab, c are two things. */
  byte[] bytes(String... texts) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    for (var text : texts) {
      var utf8 = text.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
      bytes.writeBytes(utf8);
    }
    return mac.doFinal(bytes.toByteArray());
  }

  String hex(String... texts) {
    return HexFormat.of().formatHex(bytes(texts));
  }

  /** The first 64 bits. */
  long number(String... texts) {
    return ByteBuffer.wrap(bytes(texts)).getLong();
  }

  /** The same as a part of one, from 0 to 1 exclusive, each as likely as any other. */
  static double part(long number) {
    return (number >>> SPARE) * UNIT;
  }
}
