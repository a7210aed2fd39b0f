package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-21T21:00:00Z",
    "2026-11-22T18:30, 2026-11-22T15:30:00Z",
    "2026-11-22 18:30:15, 2026-11-22T15:30:15Z",
    "2026-11-22T18:30:15.5, 2026-11-22T15:30:15.500Z",
    "2026-11-22T18:30:15.123456789, 2026-11-22T15:30:15.123Z",
    "2026-11-22T18:30:15Z, 2026-11-22T18:30:15Z",
    "2026-11-22T18:30+05:00, 2026-11-22T13:30:00Z",
    "2026-11-22T18:30:00-0300, 2026-11-22T21:30:00Z",
    "2024-02-29, 2024-02-28T21:00:00Z"
  })
  void readsWhatPeopleWrite(String text, Instant instant) {
    assertEquals(Optional.of(instant), Moments.moment(text, MOSCOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-11",
        "2026-1-2",
        "22.11.2026",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-11-22T",
        "2026-11-22T18",
        "2026-11-22T24:00",
        "2026-11-22T18:60",
        "2026-11-22T18:30:",
        "2026-11-22T18:30:15.",
        "2026-11-22T18:30:15,5",
        "2026-11-22x18:30",
        "2026-11-22T18:30+25:00",
        "2026-11-22T18:30 Europe/Moscow",
        "２０２６-11-22",
        "٢٠٢٦-11-22",
        "-026-11-22"
      })
  void readsNothingElse(String text) {
    assertEquals(Optional.empty(), Moments.moment(text, MOSCOW));
  }

  @Test
  void anAsOfDayIsItsLastMoment() {
    var given = new Given(Map.of("--as-of", List.of("2026-11-22")));
    assertEquals(Instant.parse("2026-11-22T20:59:59.999Z"), given.asOf(MOSCOW, Instant.EPOCH));
    assertEquals(Instant.EPOCH, new Given(Map.of()).asOf(MOSCOW, Instant.EPOCH));
  }
}
