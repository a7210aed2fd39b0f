package dev.kopilka.segment.clv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The CDNOW sample with what was published about it and what R makes of it. */
public final class Cdnow {
  public static final LocalDate END = LocalDate.of(1997, 9, 30);
  public static final LocalDate LAST = LocalDate.of(1998, 6, 30);

  private static final Path DATA = Path.of("examples/data/cdnow");

  private Cdnow() {}

  /** A purchase in cents. */
  public record Sale(String customer, LocalDate day, long cents) {}

  /** One line of the expected customers, in the words of its header. */
  public record Customer(
      String code, int x, double recency, double age, double mean, int later, double[] expected) {
    public static final List<String> NAMES =
        List.of("p_alive", "exp_39w", "exp_52w", "exp_spend", "clv_52w_undiscounted");
  }

  public static JsonNode expected() throws IOException {
    return JsonMapper.builder().build().readTree(DATA.resolve("expected.json").toFile());
  }

  public static List<Sale> sales() throws IOException {
    var sales = new ArrayList<Sale>();
    for (var cells : rows("transactions.csv")) {
      var cents = new java.math.BigDecimal(cells[4]).movePointRight(2).longValueExact();
      sales.add(new Sale(cells[0], LocalDate.parse(cells[2]), cents));
    }
    return sales;
  }

  public static List<Customer> customers() throws IOException {
    var customers = new ArrayList<Customer>();
    for (var cells : rows("customers_expected.csv")) {
      var expected = new double[Customer.NAMES.size()];
      for (var i = 0; i < expected.length; i++) expected[i] = Double.parseDouble(cells[7 + i]);
      customers.add(
          new Customer(
              cells[0],
              Integer.parseInt(cells[2]),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]),
              Double.parseDouble(cells[5]),
              Integer.parseInt(cells[6]),
              expected));
    }
    return customers;
  }

  private static List<String[]> rows(String file) throws IOException {
    var lines = Files.readAllLines(DATA.resolve(file));
    return lines.stream().skip(1).map(line -> line.split(",")).toList();
  }
}
