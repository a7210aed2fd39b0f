package dev.kopilka.bulk.source;

import dev.kopilka.bulk.source.Dialect.Format;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Opens a file: looks at its first bytes, tells what it is, and hands out its characters. */
final class Opening {
  private static final byte[] GZIP_MAGIC = {0x1F, (byte) 0x8B};
  private static final int GZIP_BUFFER = 64 << 10;

  private final Source source;
  private final Wish wish;

  Opening(Source source, Wish wish) {
    this.source = source;
    this.wish = wish;
  }

  Opened open() {
    var counted = source.open();
    try {
      return opened(counted);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (RuntimeException unfit) {
      closeQuietly(counted);
      throw unfit;
    }
  }

  private Opened opened(Source.Counting counted) throws IOException {
    var start = counted.readNBytes(GZIP_MAGIC.length);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), counted);
    var compressed = LookAlike.startsWith(start, GZIP_MAGIC);
    if (compressed) all = unpack(all);
    var head = sample(all);
    LookAlike.of(head).ifPresent(this::refuse);
    var found = encoding(head);
    var text = new String(head, found.mark(), head.length - found.mark(), found.charset());
    var format = wish.knownFormat().orElseGet(() -> format(text));
    if (format == Format.XLSX) throw refused(Problem.of("FILE_NOT_WORKBOOK"));
    if (!wish.sheet().isEmpty()) throw refused(unfit("--sheet", format));
    var isWhole = head.length < Limits.SAMPLE;
    var delimiter = format == Format.CSV ? delimiter(text, isWhole) : '\0';
    var dialect =
        new Dialect(format, found.charset(), found.mark() > 0, compressed, delimiter, "");
    var unread = new ByteArrayInputStream(head, found.mark(), head.length - found.mark());
    var feed = new CharFeed(new SequenceInputStream(unread, all), found.charset());
    return new Opened(source.shownName(), dialect, feed, counted::count);
  }

  private static Problem unfit(String option, Format format) {
    return Problem.of("OPTION_UNFIT").with("option", option).with("format", format.name());
  }

  private InputStream unpack(InputStream packed) {
    try {
      return new GZIPInputStream(packed, GZIP_BUFFER);
    } catch (IOException brokenArchive) {
      throw refused(Problem.of("FILE_CUT"));
    }
  }

  private byte[] sample(InputStream in) {
    try {
      return in.readNBytes(Limits.SAMPLE);
    } catch (IOException brokenArchive) {
      throw refused(Problem.of("FILE_CUT"));
    }
  }

  private Encodings.Found encoding(byte[] head) {
    var marked = Encodings.marked(head);
    var named = wish.knownCharset();
    if (named.isPresent()) return agreed(named.get(), marked);
    if (marked.isPresent()) return marked.get();
    Encodings.unmarkedWide(head).ifPresent(this::refuse);
    var told = Encodings.unmarked(head);
    return new Encodings.Found(
        told.orElseThrow(() -> refused(Problem.of("ENCODING_UNCLEAR"))), 0);
  }

  private Encodings.Found agreed(Charset named, Optional<Encodings.Found> marked) {
    if (marked.isEmpty()) {
      if (Wish.needsMark(named)) throw refused(Problem.of("ENCODING_UNCLEAR"));
      return new Encodings.Found(named, 0);
    }
    var mark = marked.get();
    if (Wish.needsMark(named) || named.equals(mark.charset())) return mark;
    throw refused(
        Problem.of("ENCODING_CONTRADICTED")
            .with("found", mark.charset().name())
            .with("named", named.name()));
  }

  private Format format(String text) {
    LookAlike.of(text).ifPresent(this::refuse);
    return text.stripLeading().startsWith("{") ? Format.JSONL : Format.CSV;
  }

  private char delimiter(String text, boolean isWhole) {
    var named = wish.knownDelimiter();
    if (named.isPresent()) return named.get();
    var fitting = Delimiters.fitting(text, isWhole);
    if (fitting.size() == 1) return fitting.getFirst();
    throw refused(Problem.of("DELIMITER_UNCLEAR"));
  }

  private void refuse(Problem problem) {
    throw refused(problem);
  }

  private Trouble.BadInput refused(Problem problem) {
    return new Trouble.BadInput(
        new Place(source.shownName(), 0, 0), problem.with("file", source.shownName()));
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException uninteresting) {
      // The reason to close it is the one to be told.
    }
  }
}
