package dev.kopilka.program.stored;

import dev.kopilka.program.Programme;
import dev.kopilka.program.yaml.ProgrammeReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A programme file as its owner keeps it: name and bytes. Two files are the same when their bytes
 * are, so that a comment that was changed makes a version of its own.
 */
public final class ProgrammeFile {
  private final String name;
  private final byte[] bytes;
  private final Programme programme;

  private ProgrammeFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
    this.programme = ProgrammeReader.read(name, this.bytes);
  }

  /** Checks the bytes; throws what is wrong with them as bad input. */
  public static ProgrammeFile checked(String name, byte[] bytes) {
    return new ProgrammeFile(name, bytes);
  }

  public String name() {
    return name;
  }

  public Programme programme() {
    return programme;
  }

  /** Checked to be UTF-8, so these bytes come back from the text as they were. */
  public String source() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** SHA-256 over the bytes, in hex. */
  public String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
