package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How many members every two segments have in common, as their last runs found them. */
public final class Overlaps {
  private static final int SHARE_DECIMALS = 4;

  private final List<String> codes;
  private final long[][] common;
  private final List<Integer> own = new ArrayList<>();
  private long current;
  private long members;
  private long several;

  private Overlaps(List<String> codes) {
    this.codes = codes;
    this.common = new long[codes.size()][codes.size()];
  }

  /** Of these segments, by walking once over their members. */
  public static Overlaps of(Unit unit, Collection<String> codes) {
    var overlaps = new Overlaps(List.copyOf(codes));
    new Reports(unit)
        .ask("segments_of_members")
        .each(row -> overlaps.add(row.number(1), row.text(2)));
    overlaps.count();
    return overlaps;
  }

  private void add(long member, String segment) {
    if (member != current) count();
    current = member;
    var place = codes.indexOf(segment);
    // A segment that the programme has no more keeps its members until somebody needs the room.
    if (place >= 0) own.add(place);
  }

  /** All segments of the current member are known. */
  private void count() {
    for (var one : own) {
      for (var other : own) common[one][other]++;
    }
    if (!own.isEmpty()) members++;
    if (own.size() > 1) several++;
    own.clear();
  }

  /** Their codes, in the order in which they were given. */
  public List<String> segments() {
    return codes;
  }

  /** Members who are in any of the segments. */
  public long members() {
    return members;
  }

  /** Members who are in more than one. */
  public long several() {
    return several;
  }

  /** Members who are in both; of a segment with itself, its size. */
  public long common(String one, String other) {
    return common[codes.indexOf(one)][codes.indexOf(other)];
  }

  /** The part of the one that is in the other too, from 0 to 1; empty for an empty segment. */
  public Optional<BigDecimal> share(String one, String other) {
    var size = common(one, one);
    if (size == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(common(one, other))
            .divide(BigDecimal.valueOf(size), SHARE_DECIMALS, RoundingMode.HALF_UP));
  }
}
