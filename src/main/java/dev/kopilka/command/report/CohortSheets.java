package dev.kopilka.command.report;

import dev.kopilka.report.cohort.Cohort;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.format.Shade;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.screen.picture.Tint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How cohorts are shown: as a matrix of one measure, a heat map where there are colours; or a row for
 * each cell, with all measures.
 *
 * @param most months of each cohort that are shown at most
 */
record CohortSheets(List<Cohort> cohorts, int most, int moneyScale) {
  /** What a cell of the matrix says. */
  enum Measure {
    RETENTION,
    ACTIVE,
    REVENUE,
    REVENUE_PER_MEMBER
  }

  /** One cell of the matrix. */
  record Cell(Cohort cohort, int since) {
    String month() {
      return cohort.month().plusMonths(since).toString();
    }
  }

  Sheet<Cohort> matrix(Measure measure) {
    var sheet =
        Sheet.of(cohorts)
            .column("cohort", cohort -> cohort.month().toString())
            .column("members", Cohort::members);
    var darkest = darkest(measure);
    var months = new String[width()];
    for (var i = 0; i < months.length; i++) {
      var since = i;
      months[i] = "m" + since;
      sheet.column(months[i], cohort -> shaded(cohort, since, measure, darkest));
    }
    return sheet.picture(Picture.grid("cohort", months).tinted(Tint.without("m0")));
  }

  private int width() {
    var width = 0;
    for (var cohort : cohorts) width = Math.max(width, months(cohort));
    return width;
  }

  private int months(Cohort cohort) {
    return Math.min(most, cohort.months());
  }

  private Optional<Shade> shaded(Cohort cohort, int since, Measure measure, double darkest) {
    if (since >= months(cohort)) return Optional.empty();
    var value = value(cohort, since, measure);
    return Optional.of(new Shade(value, darkest > 0 ? value.doubleValue() / darkest : 0));
  }

  private BigDecimal value(Cohort cohort, int since, Measure measure) {
    return switch (measure) {
      case RETENTION -> cohort.retention(since);
      case ACTIVE -> BigDecimal.valueOf(cohort.active()[since]);
      case REVENUE -> BigDecimal.valueOf(cohort.revenue()[since], moneyScale);
      case REVENUE_PER_MEMBER -> cohort.revenuePerMember(since, moneyScale);
    };
  }

  /** The most of any month since: the first one is out of proportion to all others. */
  private double darkest(Measure measure) {
    var most = 0.0;
    for (var cohort : cohorts) {
      for (var since = 1; since < months(cohort); since++) {
        most = Math.max(most, value(cohort, since, measure).doubleValue());
      }
    }
    return most;
  }

  Sheet<Cell> rows() {
    var cells = new ArrayList<Cell>();
    for (var cohort : cohorts) {
      for (var since = 0; since < months(cohort); since++) cells.add(new Cell(cohort, since));
    }
    return Sheet.of(cells)
        .column("cohort", cell -> cell.cohort.month().toString())
        .column("members", cell -> cell.cohort.members())
        .column("months_since", Cell::since)
        .column("month", Cell::month)
        .column("active", cell -> cell.cohort.active()[cell.since])
        .column("retention", cell -> cell.cohort.retention(cell.since))
        .decimal("revenue", cell -> cell.cohort.revenue()[cell.since], moneyScale)
        .column(
            "revenue_per_member", cell -> cell.cohort.revenuePerMember(cell.since, moneyScale))
        .picture(
            Picture.heat("cohort", "months_since", "retention").tinted(Tint.without("0")));
  }
}
