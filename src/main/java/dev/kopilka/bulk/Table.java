package dev.kopilka.bulk;

import dev.kopilka.bulk.group.Items;
import dev.kopilka.bulk.group.Scatter;
import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Kinds;
import dev.kopilka.bulk.kind.Mapping;
import dev.kopilka.bulk.run.Kept;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.bulk.text.RowReader;
import dev.kopilka.bulk.text.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file that is open, told in its kind and bound to our columns: ready to be imported. */
public final class Table implements AutoCloseable {
  /** A row of a member or an event hardly has fewer bytes. */
  private static final int LEAST_ROW = 30;

  private final Kept kept;
  private final Asked asked;
  private RowReader reader;
  private Binding binding;

  /** Whether lines of a receipt stand apart; empty until somebody has looked. */
  private Optional<Boolean> scattered = Optional.empty();

  /**
   * What the caller says about a file.
   *
   * @param kind the word of the kind, "" to tell it by the header
   * @param taken the kinds that may be imported here
   */
  public record Asked(Wish wish, Mapping mapping, String kind, List<Kind> taken) {
    public Asked {
      taken = List.copyOf(taken);
    }
  }

  private Table(Kept kept, RowReader reader, Asked asked) {
    this.kept = kept;
    this.asked = asked;
    this.reader = reader;
    this.binding = bound(reader, asked);
  }

  private static Binding bound(RowReader reader, Asked asked) {
    var kind =
        asked.kind().isEmpty()
            ? Kinds.told(asked.taken(), asked.mapping(), reader)
            : Kinds.named(asked.kind(), asked.taken());
    return Binding.of(kind, asked.mapping(), reader);
  }

  /** Opens it; throws all findings of an unfit header before anything is imported. */
  public static Table open(Source source, Asked asked) {
    var kept = Kept.of(source, part -> look(part, asked));
    try {
      var reader = Tables.open(kept.source(), asked.wish());
      try {
        return new Table(kept, reader, asked);
      } catch (RuntimeException unfit) {
        reader.close();
        throw unfit;
      }
    } catch (RuntimeException unfit) {
      kept.close();
      throw unfit;
    }
  }

  /** Reads the header of a part of a pipe; throws when it is no table that can be imported here. */
  private static void look(Source part, Asked asked) {
    try (var reader = Tables.open(part, asked.wish())) {
      bound(reader, asked);
    }
  }

  private boolean standApart() {
    var again = again();
    return Scatter.isIn(again.reader(), again.binding()::idCell);
  }

  /** The same table once more, from its first row on, to be closed by the caller. */
  public record Again(RowReader reader, Binding binding) implements AutoCloseable {
    @Override
    public void close() {
      reader.close();
    }
  }

  /** Opens it once more; what was guessed about it is guessed again, in the same way. */
  public Again again() {
    var twin = Tables.open(kept.source(), asked.wish());
    return new Again(twin, Binding.of(binding.kind(), asked.mapping(), twin));
  }

  /** Goes back to before the first row, as if nothing had been read. */
  void restart() {
    reader.close();
    var again = again();
    reader = again.reader();
    binding = again.binding();
  }

  /**
   * The rows as items; to be asked for once, and once more after each {@link #restart}. Looks first
   * whether lines of a receipt stand apart, which reads the whole file.
   */
  Items items() {
    if (!binding.kind().isGrouped()) return Items.single(reader);
    if (scattered.isEmpty()) scattered = Optional.of(standApart());
    return scattered.get()
        ? Items.scattered(reader, binding::idCell)
        : Items.adjacent(reader, binding::idCell);
  }

  /**
   * The same for who reads them to the end before anything is done: they may end where an id comes
   * back, and are then to be asked for once more, after {@link #gather}.
   */
  Items watched() {
    var isKnown = scattered.isPresent() || !binding.kind().isGrouped();
    return isKnown ? items() : Items.watched(reader, binding::idCell);
  }

  /** Goes back to before the first row, and brings the lines of each receipt together. */
  void gather() {
    scattered = Optional.of(true);
    restart();
  }

  public Binding binding() {
    return binding;
  }

  public RowReader reader() {
    return reader;
  }

  /** The file's name in what is told of it. */
  public String shownName() {
    return kept.source().shownName();
  }

  /** SHA-256 of the file's bytes. */
  public String digest() {
    return kept.digest();
  }

  /** What the caller said about the file. */
  public Asked asked() {
    return asked;
  }

  /** Whether somebody wrote to the file while it was read. */
  public boolean hasChanged() {
    return kept.hasChanged();
  }

  /** Where its rejected rows go when the caller names no other file. */
  public Path usualRejects() {
    return Rejects.beside(kept.source().name(), reader.dialect().format());
  }

  /** Bytes to be read; 0 when nobody knows. */
  public long size() {
    return kept.source().size();
  }

  /** About how many rows there are, rather more than fewer, told by the size alone. */
  long roughlyRows() {
    return size() / LEAST_ROW;
  }

  /** Whether lines of a receipt were found to stand apart, so that the whole file is sorted first. */
  boolean isScattered() {
    return scattered.orElse(false);
  }

  @Override
  public void close() {
    reader.close();
    kept.close();
  }
}
