package dev.kopilka.segment.outreach;

import dev.kopilka.program.segment.Segment;
import dev.kopilka.segment.facts.ByMember;
import dev.kopilka.segment.outreach.Audience.Hearer;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.vault.Vault;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongFunction;

/** The active members of any of some segments as last run, each once, in the order of enrolment. */
final class Audience implements Iterator<Hearer> {
  private final Iterator<Address> addresses;
  private final LongFunction<List<Segment>> segments;
  private Optional<Hearer> next = Optional.empty();

  /**
   * Somebody who may be spoken to.
   *
   * @param segments of those asked for, in which the last runs found the member; in the order asked
   */
  record Hearer(Address address, List<Segment> segments) {}

  private record Place(long member, String segment) {}

  Audience(Unit unit, List<Segment> asked, Vault vault) {
    var reports = new Reports(unit);
    if (asked.size() == 1) {
      this.segments = _ -> asked;
      this.addresses =
          reports
              .ask("segment_addresses")
              .with("segment", asked.getFirst().code())
              .walk(row -> Address.of(row, vault));
    } else {
      this.segments = places(reports, asked);
      this.addresses = reports.ask("addresses").walk(row -> Address.of(row, vault));
    }
  }

  private static LongFunction<List<Segment>> places(Reports reports, List<Segment> asked) {
    var byCode = new LinkedHashMap<String, Segment>();
    for (var segment : asked) byCode.put(segment.code(), segment);
    var places =
        new ByMember<>(
            reports.ask("segments_of_members").walk(row -> new Place(row.number(1), row.text(2))),
            Place::member);
    return member -> inOrder(byCode, places.of(member));
  }

  private static List<Segment> inOrder(Map<String, Segment> byCode, List<Place> places) {
    var codes = places.stream().map(Place::segment).toList();
    return byCode.values().stream().filter(segment -> codes.contains(segment.code())).toList();
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && addresses.hasNext()) {
      var address = addresses.next();
      next = Optional.of(new Hearer(address, segments.apply(address.member())))
          .filter(hearer -> !hearer.segments.isEmpty());
    }
    return next.isPresent();
  }

  @Override
  public Hearer next() {
    if (!hasNext()) throw new NoSuchElementException();
    var hearer = next.orElseThrow();
    next = Optional.empty();
    return hearer;
  }
}
