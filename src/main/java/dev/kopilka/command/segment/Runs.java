package dev.kopilka.command.segment;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.Programme;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.SettingRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The segments of the programme in force, and when each was last run. */
final class Runs {
  private static final String SETTING = "segment_run.";

  private final Programme programme;
  private final SettingRows settings;

  Runs(Unit unit) {
    this.programme =
        Versions.load(unit)
            .latest()
            .orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME))
            .programme();
    this.settings = new SettingRows(unit);
  }

  Programme programme() {
    return programme;
  }

  Segment segment(String code) {
    var segment = programme.segments().get(code);
    if (segment != null) return segment;
    throw new Trouble.Refused(
        Refusal.SEGMENT_NOT_FOUND,
        Problem.of(Refusal.SEGMENT_NOT_FOUND.name())
            .with("segment", code)
            .with("nearest", Nearest.to(code, programme.segments().keySet())));
  }

  /** The segments by their codes, or all in the order of the programme when there are none. */
  List<Segment> someOrAll(List<String> codes) {
    if (codes.isEmpty()) return List.copyOf(programme.segments().values());
    return codes.stream().map(this::segment).toList();
  }

  Optional<Instant> lastOf(Segment segment) {
    return settings
        .get(SETTING + segment.code())
        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
  }

  void ran(Segment segment, Instant at) {
    settings.put(SETTING + segment.code(), Long.toString(at.toEpochMilli()));
  }
}
