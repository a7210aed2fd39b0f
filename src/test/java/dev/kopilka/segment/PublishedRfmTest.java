package dev.kopilka.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kopilka.report.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scores and segments that the authors of the rfm package of R published for their orders. */
class PublishedRfmTest {
  private static final Path DATA = Path.of("examples/data/rfm-orders");
  private static final LocalDate DAY = LocalDate.of(2006, 12, 31);

  @TempDir static Path folder;
  private static Shop shop;
  private static JsonNode expected;

  @BeforeAll
  static void fillTheLedger() throws IOException {
    expected = JsonMapper.builder().build().readTree(DATA.resolve("expected.json").toFile());
    shop = new Shop(folder, Shop.PROGRAMME + names(expected.path("set_A")));
    var orders = rows("orders.csv");
    var members = new LinkedHashSet<String>();
    for (var order : orders) members.add(order[0]);
    for (var member : members) shop.enrol(member, LocalDate.of(2000, 1, 1));
    for (var i = 0; i < orders.size(); i++) {
      var order = orders.get(i);
      shop.buy(order[0], "O-" + i, LocalDate.parse(order[1]), 100 * Long.parseLong(order[2]));
    }
    assertEquals(List.of(), shop.post(DAY));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static List<String[]> rows(String file) throws IOException {
    var rows = new ArrayList<String[]>();
    for (var line : Files.readAllLines(DATA.resolve(file))) rows.add(line.split(","));
    rows.removeFirst();
    return rows;
  }

  private static String code(String segment) {
    return segment.replace("'", "").replace(' ', '-');
  }

  private static String names(JsonNode set) {
    var names = new StringBuilder("rfm:\n  ties: plus_one\n  names:\n");
    for (var one : set.path("definition")) {
      names
          .append("    - { segment: ")
          .append(code(one.path("segment").asText()))
          .append(band(", r: ", one.path("recency")))
          .append(band(", f: ", one.path("frequency")))
          .append(band(", m: ", one.path("monetary")))
          .append(" }\n");
    }
    return names.toString();
  }

  private static String band(String key, JsonNode band) {
    return key + '"' + band.path(0).asInt() + "-" + band.path(1).asInt() + '"';
  }

  @Test
  void all995ScoresAndSegmentsAreThePublishedOnes() throws IOException {
    var published = new TreeMap<String, String>();
    for (var row : rows("scores_published.csv")) {
      row[8] = code(row[8]);
      row[3] = row[3] + ".00";
      published.put(row[0], String.join(",", row));
    }
    var typed = shop.at(DAY).type("segment rfm -o csv");
    var lines = typed.out().lines().toList();
    assertEquals("member,recency_days,frequency,monetary,r,f,m,score,segment", lines.getFirst());
    assertEquals(995, lines.size() - 1);
    assertEquals(
        String.join("\n", published.values()),
        String.join("\n", lines.subList(1, lines.size())));
  }

  @Test
  void theSummaryIsThePublishedTable() {
    assertEquals(
        summary(expected.path("set_A").path("published_summary")),
        summary("segment rfm --summary --as-of 2006-12-31"));
  }

  @Test
  void theOtherTableOfNamesGivesTheOtherSummary(@TempDir Path other) throws IOException {
    var programme = Shop.PROGRAMME + names(expected.path("set_B"));
    var terms =
        dev.kopilka.program.yaml.ProgrammeReader.read("set B", programme).rfm();
    var asOf = new AsOf(java.time.Instant.ofEpochMilli(shop.millis(DAY)), shop.zone());
    List<RfmSummary> sums = shop.read(unit -> Rfm.unnamed(List.of(unit), new Rfm.Asked(terms, asOf, 2)).summary());
    var found = new TreeMap<String, String>();
    for (var sum : sums) {
      var name = sum.segment().isEmpty() ? "Others" : sum.segment();
      found.put(
          name,
          sum.members() + " " + sum.purchases() + " " + sum.monetary() / 100 + " "
              + sum.averageReceipt(2));
    }
    assertEquals(summary(expected.path("set_B").path("recomputed_summary")), found);
  }

  private static Map<String, String> summary(JsonNode table) {
    var summary = new TreeMap<String, String>();
    for (var segment : table.properties()) {
      var sums = segment.getValue();
      var average = new java.math.BigDecimal(sums.path("aov").asText()).setScale(2);
      summary.put(
          code(segment.getKey()),
          sums.path("customers").asInt() + " " + sums.path("orders").asInt() + " "
              + sums.path("revenue").asInt() + " " + average);
    }
    return summary;
  }

  private static Map<String, String> summary(String line) {
    var typed =
        shop.at(DAY)
            .type(line + " -o csv --columns segment,members,purchases,monetary,average_receipt");
    var summary = new TreeMap<String, String>();
    for (var row : typed.out().lines().skip(1).toList()) {
      var cells = row.split(",");
      summary.put(
          cells[0],
          cells[1] + " " + cells[2] + " " + cells[3].replace(".00", "") + " " + cells[4]);
    }
    return summary;
  }

  /** Where a value is not whole, or lies less than one above a border, the rules differ. */
  @Test
  void otherRulesForTiesGiveOtherScores() {
    var plain = shop.at(DAY).type("segment rfm -o csv --ties with_smaller").out();
    var plusOne = shop.at(DAY).type("segment rfm -o csv").out();
    assertEquals(true, !plain.equals(plusOne));
  }

  /** The same division as SQL makes with ntile(5) over an order with the code at its end. */
  @Test
  void groupsOfEqualSizeAreThoseOfNtile() throws IOException {
    var typed = shop.at(DAY).type("segment rfm -o csv --ties apart").out();
    var sizes = new TreeMap<String, Integer>();
    for (var row : typed.lines().skip(1).toList()) {
      var cells = row.split(",");
      for (var i = 4; i < 7; i++) sizes.merge(i + ":" + cells[i], 1, Integer::sum);
    }
    assertEquals("{4:1=199, 4:2=199, 4:3=199, 4:4=199, 4:5=199, 5:1=199, 5:2=199, 5:3=199,"
        + " 5:4=199, 5:5=199, 6:1=199, 6:2=199, 6:3=199, 6:4=199, 6:5=199}", sizes.toString());
  }
}
