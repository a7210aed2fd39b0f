package dev.kopilka.bulk;

import dev.kopilka.bulk.group.Items;
import dev.kopilka.bulk.group.Scatter;
import dev.kopilka.bulk.group.TempFiles;
import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Kinds;
import dev.kopilka.bulk.kind.Mapping;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.bulk.text.RowReader;
import dev.kopilka.bulk.text.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file that is open, told in its kind and bound to our columns: ready to be imported. */
public final class Table implements AutoCloseable {
  private final Source source;
  private final Source kept;
  private final RowReader reader;
  private final Binding binding;
  private final boolean scattered;

  /**
   * What the caller says about a file.
   *
   * @param kind the word of the kind, "" to tell it by the header
   * @param taken the kinds that may be imported here
   */
  public record Asked(Wish wish, Mapping mapping, String kind, List<Kind> taken) {
    boolean mayBeGrouped() {
      if (!kind.isEmpty()) return Kinds.named(kind, taken).isGrouped();
      return taken.stream().anyMatch(Kind::isGrouped);
    }
  }

  private Table(Source source, Source kept, RowReader reader, Asked asked) {
    this.source = source;
    this.kept = kept;
    this.reader = reader;
    var kind =
        asked.kind().isEmpty()
            ? Kinds.told(asked.taken(), asked.mapping(), reader)
            : Kinds.named(asked.kind(), asked.taken());
    this.binding = Binding.of(kind, asked.mapping(), reader);
    this.scattered = kind.isGrouped() && isScattered(asked);
  }

  /** Opens it; throws all findings of an unfit header before anything is imported. */
  public static Table open(Source source, Asked asked) {
    // A pipe can be read once, and receipts may need two passes.
    var kept = source.isStdin() && asked.mayBeGrouped() ? keep(source) : source;
    try {
      var reader = Tables.open(kept, asked.wish());
      try {
        return new Table(source, kept, reader, asked);
      } catch (RuntimeException unfit) {
        reader.close();
        throw unfit;
      }
    } catch (RuntimeException unfit) {
      drop(source, kept);
      throw unfit;
    }
  }

  private static Source keep(Source source) {
    var file = TempFiles.create();
    try {
      Files.copy(source.stdin(), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      TempFiles.delete(file);
      throw new UncheckedIOException(full);
    }
    return Source.file(source.name(), file);
  }

  private static void drop(Source source, Source kept) {
    if (kept != source) TempFiles.delete(kept.path());
  }

  private boolean isScattered(Asked asked) {
    var again = Tables.open(kept, asked.wish());
    var twin = Binding.of(binding.kind(), asked.mapping(), again);
    return Scatter.isIn(again, twin::idCell);
  }

  /** The rows as items; to be asked for once. */
  Items items() {
    if (!binding.kind().isGrouped()) return Items.single(reader);
    return scattered
        ? Items.scattered(reader, binding::idCell)
        : Items.adjacent(reader, binding::idCell);
  }

  public Binding binding() {
    return binding;
  }

  public RowReader reader() {
    return reader;
  }

  public Source source() {
    return source;
  }

  /** Where its rejected rows go when the caller names no other file. */
  public Path usualRejects() {
    return Rejects.beside(source.name(), reader.dialect().format());
  }

  /** Bytes to be read; 0 when nobody knows. */
  public long size() {
    return kept.size();
  }

  /** Whether lines of a receipt stand apart, so that the whole file was sorted first. */
  public boolean isScattered() {
    return scattered;
  }

  @Override
  public void close() {
    reader.close();
    drop(source, kept);
  }
}
