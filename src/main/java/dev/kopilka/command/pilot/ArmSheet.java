package dev.kopilka.command.pilot;

import dev.kopilka.model.value.Exit;
import dev.kopilka.pilot.Pilot;
import dev.kopilka.screen.Screen;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.format.Term;
import dev.kopilka.screen.picture.Picture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The arms of a pilot, a row each. */
final class ArmSheet {
  private static final int DECIMALS = 1;

  private ArmSheet() {}

  private record Line(Pilot pilot, int place) {
    /** So many the weights want here. */
    BigDecimal expected() {
      return BigDecimal.valueOf(pilot.members() * pilot.arms().list().get(place).weight())
          .divide(BigDecimal.valueOf(pilot.arms().weight()), DECIMALS, RoundingMode.HALF_EVEN);
    }
  }

  /** Says whether {@code --columns} can be had, before anything is done. */
  static void check(Screen screen) {
    screen.checked(sheet(List.of()));
  }

  static Exit show(Screen screen, Pilot pilot) {
    var lines = new ArrayList<Line>();
    for (var i = 0; i < pilot.arms().count(); i++) lines.add(new Line(pilot, i));
    return screen.show(sheet(lines));
  }

  static Term role(int place) {
    return new Term("role", place == 0 ? "control" : "treatment");
  }

  private static Sheet<Line> sheet(List<Line> lines) {
    return Sheet.of(lines)
        .picture(Picture.bars("arm", "members", "expected"))
        .column("pilot", line -> line.pilot.code())
        .column("arm", line -> line.pilot.arms().list().get(line.place).name())
        .column("role", line -> role(line.place))
        .column("weight", line -> line.pilot.arms().list().get(line.place).weight())
        .column("members", line -> line.pilot.sizes().get(line.place))
        .column("expected", Line::expected)
        .column("begins_on", line -> line.pilot.begins());
  }
}
