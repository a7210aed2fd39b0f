package dev.kopilka.store.rows;

import dev.kopilka.model.chain.Chain;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Versions of the programme as they were applied: the text itself and who, when, under what. */
public final class ProgrammeRows {
  private static final String ALL =
      """
      select version, effective_from, author, order_number, hash, recorded_at, source
      from programme
      order by version
      """;
  private static final String INSERT =
      """
      insert into programme (version, effective_from, author, order_number, hash, recorded_at,
        source, chain)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String HEAD = "select chain from programme order by version desc limit 1";
  private static final String JUDGED = "select 1 from event limit 1";

  private final Unit unit;

  public ProgrammeRows(Unit unit) {
    this.unit = unit;
  }

  /** One stored version; its source is the file as it was given. */
  public record Stored(
      int version,
      LocalDate effectiveFrom,
      String author,
      String order,
      String hash,
      long recordedAt,
      String source) {

    /** The hash that ties every column to the version before it. */
    public byte[] chained(byte[] head) {
      return new Chain()
          .hash(
              head,
              List.of(
                  String.valueOf(version),
                  String.valueOf(effectiveFrom.toEpochDay()),
                  author,
                  order,
                  hash,
                  String.valueOf(recordedAt),
                  source));
    }
  }

  public List<Stored> all() {
    var versions = new ArrayList<Stored>();
    try (var row = unit.query(ALL)) {
      while (row.next()) {
        versions.add(
            new Stored(
                (int) row.number(1),
                LocalDate.ofEpochDay(row.number(2)),
                row.text(3),
                row.text(4),
                row.text(5),
                row.number(6),
                row.text(7)));
      }
    }
    return versions;
  }

  private byte[] head() {
    try (var row = unit.query(HEAD)) {
      return row.next() ? row.bytes(1) : Chain.ROOT;
    }
  }

  /** Whether an event was recorded yet, which a version judged in its currency and zone. */
  public boolean hasJudgedAnything() {
    try (var row = unit.query(JUDGED)) {
      return row.next();
    }
  }

  public void add(Stored version) {
    unit.query(INSERT)
        .set(1, version.version())
        .set(2, version.effectiveFrom().toEpochDay())
        .set(3, version.author())
        .set(4, version.order())
        .set(5, version.hash())
        .set(6, version.recordedAt())
        .set(7, version.source())
        .set(8, version.chained(head()))
        .run();
  }
}
