package dev.kopilka.segment;

import dev.kopilka.model.account.Totals;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Reads what segments may ask about, member by member, with the attributes beside. */
final class FactsReader {
  private final Reports reports;
  private final Scope scope;
  private Iterator<Attribute> attributes = Collections.emptyIterator();
  private Attribute next = Attribute.LAST;

  /**
   * What a reading is for. Attributes are read and birth dates unsealed only where somebody asks.
   *
   * @param lowestTier the level of those who have not risen yet
   */
  record Scope(
      LocalDate day, ZoneId zone, String lowestTier, boolean attributes, boolean ages, Vault vault) {}

  private record Attribute(long member, String name, String value) {
    /** Comes after all: no member has this number. */
    static final Attribute LAST = new Attribute(Long.MAX_VALUE, "", "");
  }

  FactsReader(Unit unit, Scope scope) {
    this.reports = new Reports(unit);
    this.scope = scope;
  }

  void each(Consumer<MemberFacts> reader) {
    if (scope.attributes()) {
      attributes =
          reports
              .ask("member_attributes")
              .walk(row -> new Attribute(row.number(1), row.text(2), row.text(3)));
      step();
    }
    reports
        .ask("member_facts")
        .with("day", scope.day().toEpochDay())
        .each(row -> reader.accept(facts(row)));
  }

  private void step() {
    next = attributes.hasNext() ? attributes.next() : Attribute.LAST;
  }

  private MemberFacts facts(Row row) {
    var tier = row.text(5).isEmpty() ? scope.lowestTier() : row.text(5);
    var words =
        new MemberFacts.Words(
            tier, row.text(2), row.text(3), row.text(6), row.text(7), attributesOf(row.number(1)));
    var last = row.number(14);
    return new MemberFacts(
        row.number(1),
        scope.day(),
        day(row.number(4)),
        last == 0 ? LocalDate.EPOCH : day(last),
        words,
        new MemberFacts.Points(row.number(10), row.number(11)),
        new Totals(0, 0, 0, row.number(12), row.number(13), last),
        scope.ages() ? age(row.text(8), row.text(9)) : OptionalLong.empty());
  }

  /** Both questions go by member, so the attributes of one member are the next ones. */
  private Map<String, String> attributesOf(long member) {
    if (next.member() > member) return Map.of();
    var own = new HashMap<String, String>();
    for (; next.member() <= member; step()) {
      if (next.member() == member) own.put(next.name(), next.value());
    }
    return own;
  }

  private OptionalLong age(String dataKey, String closed) {
    if (closed.isEmpty()) return OptionalLong.empty();
    var birth = scope.vault().under(dataKey).opened("birth_date", closed);
    if (birth.isEmpty()) return OptionalLong.empty();
    return OptionalLong.of(LocalDate.parse(birth).until(scope.day()).getYears());
  }

  private LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(scope.zone()).toLocalDate();
  }
}
