package dev.kopilka.bulk.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zip archive that a workbook is: parts by name, whatever the case of their letters. */
public final class Archive implements AutoCloseable {
  /** Bytes of the list of parts; a workbook of a thousand sheets has less than a tenth. */
  private static final int LARGEST_DIRECTORY = 4 << 20;

  private static final int END_RECORD = 22;
  private static final int END_MAGIC = 0x06054B50;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private final ZipFile zip;
  private final Map<String, ZipEntry> parts = new HashMap<>();

  private Archive(ZipFile zip) {
    this.zip = zip;
    zip.stream().forEach(entry -> parts.putIfAbsent(key(entry.getName()), entry));
  }

  public static Archive open(Path file) throws Broken {
    try {
      checkDirectory(file);
      return new Archive(new ZipFile(file.toFile()));
    } catch (Broken known) {
      throw known;
    } catch (IOException | IllegalArgumentException damaged) {
      throw Broken.cut();
    }
  }

  /** The library reads the whole list of parts into memory, so its size is looked at before. */
  private static void checkDirectory(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      var tail = (int) Math.min(in.length(), END_RECORD + LONGEST_COMMENT);
      var bytes = new byte[tail];
      in.seek(in.length() - tail);
      in.readFully(bytes);
      var end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (var at = tail - END_RECORD; at >= 0; at--) {
        if (end.getInt(at) != END_MAGIC) continue;
        var size = Integer.toUnsignedLong(end.getInt(at + 12));
        if (size > LARGEST_DIRECTORY) throw Broken.bomb("/");
      }
    }
  }

  public boolean has(String part) {
    return parts.containsKey(key(part));
  }

  /** A part as bounded bytes; nothing when the archive has none of that name. */
  public Optional<Part> part(String name) throws Broken {
    var entry = parts.get(key(name));
    if (entry == null) return Optional.empty();
    try {
      return Optional.of(new Part(zip.getInputStream(entry), entry));
    } catch (IOException damaged) {
      throw Broken.cut();
    }
  }

  /** A part that must be there. */
  public Part needed(String name) throws Broken {
    return part(name).orElseThrow(() -> Broken.malformed(name));
  }

  /** The first bytes of a part as text; "" when there is no such part. */
  public String start(String name, int bytes) throws Broken {
    var entry = parts.get(key(name));
    if (entry == null) return "";
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw Broken.cut();
    }
  }

  private static String key(String name) {
    var plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : plain;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException uninteresting) {
      // Everything that was needed has been read.
    }
  }
}
