package dev.kopilka.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.value.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CDNOW sample: 6,919 purchases of 2,357 customers for 244,091.94 dollars. */
class CdnowTest {
  private static final Path DATA = Path.of("examples/data/cdnow/transactions.csv");
  private static final LocalDate END = LocalDate.of(1998, 6, 30);

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void fillTheLedger() throws IOException {
    shop = new Shop(folder, Shop.PROGRAMME);
    var known = new HashSet<String>();
    var number = 0;
    for (var line : Files.readAllLines(DATA).stream().skip(1).toList()) {
      var cells = line.split(",");
      if (known.add(cells[0])) shop.enrol(cells[0], LocalDate.of(1997, 1, 1));
      var amount = Decimals.units(Decimals.parse(cells[4]).orElseThrow(), 2).orElseThrow();
      shop.buy(cells[0], "T-" + ++number, LocalDate.parse(cells[2]), amount);
    }
    assertEquals(List.of(), shop.post(END));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void theWholeAddsUpToThePublishedSums() {
    var typed =
        shop.at(END)
            .type("report kpi -o csv --columns from,to,members,active,buyers,purchases,revenue");
    assertEquals(
        """
        from,to,members,active,buyers,purchases,revenue
        1997-01-01,1998-06-30,2357,2357,2357,6919,244091.94
        """,
        typed.out());
  }

  @Test
  void distinctBuyersByMonthAreThoseOfTheCohortTable() throws IOException {
    var expected = new long[18];
    var cohorts = Files.readAllLines(DATA.resolveSibling("cohorts_monthly.csv"));
    for (var cohort = 1; cohort < cohorts.size(); cohort++) {
      var months = cohorts.get(cohort).split(",");
      for (var i = 1; i < months.length; i++) {
        expected[cohort - 1 + i - 1] += Long.parseLong(months[i]);
      }
    }
    var typed = shop.at(END).type("report kpi --by month -o tsv --columns buyers");
    var found = typed.out().lines().skip(1).mapToLong(Long::parseLong).toArray();
    assertArrayEquals(expected, found);
  }

  /** The table names no numbers of members; ours stand in its first month. */
  @Test
  void cohortsAreThoseOfTheCohortTable() throws IOException {
    var typed =
        shop.at(END).type("report cohorts --by first_purchase --measure active -q -o csv");
    var found = typed.out().lines().map(line -> line.replaceFirst(",[^,]*", "")).toList();
    assertEquals(Files.readAllLines(DATA.resolveSibling("cohorts_monthly.csv")), found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"enrolment", "first_purchase"})
  void cohortsOfAMonthAddUpToItsIndicators(String by) {
    var buyers = new TreeMap<String, Long>();
    var revenue = new TreeMap<String, BigDecimal>();
    var columns = " -q -o tsv --columns month,active,revenue";
    for (var line : rows("report cohorts --table long --by " + by + columns)) {
      buyers.merge(line[0], Long.parseLong(line[1]), Long::sum);
      revenue.merge(line[0], new BigDecimal(line[2]), BigDecimal::add);
    }
    for (var line : rows("report kpi --by month -q -o tsv --columns from,buyers,revenue")) {
      var month = line[0].substring(0, 7);
      assertEquals(Long.parseLong(line[1]), buyers.remove(month));
      assertEquals(new BigDecimal(line[2]), revenue.remove(month));
    }
    assertEquals(Map.of(), buyers);
  }

  private static List<String[]> rows(String line) {
    return shop.at(END).type(line).out().lines().skip(1).map(row -> row.split("\t")).toList();
  }

  @Test
  void monthsAddUpToTheWhole() {
    var typed = shop.at(END).type("report kpi --by month -o tsv --columns purchases");
    var sum = typed.out().lines().skip(1).mapToLong(Long::parseLong).sum();
    assertEquals(6919, sum);
  }
}
