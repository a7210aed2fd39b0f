package dev.kopilka.command.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code report liability} says of files: published examples, and what is wrong where. */
class LiabilityFilesTest {
  private static final String TRIANGLE = "examples/data/taylor-ashe/triangle_cumulative.csv";
  private static final String EXAMPLE_52 =
      """
      period,cohort,sales,goods,value,expected,redeemed
      1,2026,100000.00,100000.00,1,9500,4500
      2,2026,,,,9700,4000
      """;

  @Test
  void mackIsReproducedFromAFile() {
    var typed =
        Typed.anywhere()
            .type(
                "report liability --method chain_ladder --file "
                    + TRIANGLE
                    + " -o csv --columns redeemed,ultimate,expected,standard_error,cv");
    assertEquals(
        """
        redeemed,ultimate,expected,standard_error,cv
        34358090.00,53038945.61,18680855.61,2447094.86,0.130995
        """,
        typed.out(),
        typed.err());
    assertEquals(
        "standard_error\n2441364.13\n",
        Typed.anywhere()
            .type(
                "report liability --method chain_ladder --last-sigma loglinear --file "
                    + TRIANGLE
                    + " -o csv --columns standard_error")
            .out());
  }

  @Test
  void theTriangleComesOutAsItGoesIn() throws IOException {
    var out =
        Typed.anywhere()
            .type("report liability --method chain_ladder --table triangle -o csv --file " + TRIANGLE)
            .out();
    assertEquals(Files.readString(Path.of(TRIANGLE)).strip(), out.strip());
  }

  @Test
  void exampleFiftyTwoIsReproducedFromStdin() {
    var typed =
        Typed.anywhere()
            .typing(EXAMPLE_52)
            .type("report liability --method ifrs15 --file - --table periods -o csv");
    assertEquals(
        """
        period,opening,sales,goods,deferred,released,caught_up,taken_back,points_revenue,closing
        1,0.00,100000.00,91324.20,8675.80,4109.59,0.00,0.00,4109.59,4566.21
        2,4566.21,0.00,0.00,0.00,3577.65,-84.73,0.00,3492.92,1073.29
        """,
        typed.out(),
        typed.err());
  }

  @Test
  void theJournalBooksEachReasonApart() {
    assertEquals(
        """
        period,document,debit,credit,amount
        1,goods,receivables,revenue_goods,91324.20
        1,points,receivables,contract_liability,8675.80
        1,release,contract_liability,revenue_points,4109.59
        2,release,contract_liability,revenue_points,3577.65
        2,catch_up,revenue_points,contract_liability,84.73
        """,
        Typed.anywhere()
            .typing(EXAMPLE_52)
            .type("report liability --method ifrs15 --file - --table journal -o csv")
            .out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          o,d1,d2,d3\\na,1,2,3\\nb,1,2,\\nc,1,,                       | TRIANGLE_SMALL  | 1:1
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,2,3,\\nc,1,2,,              | TRIANGLE_ROWS   | 1:1
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,2,3,4\\nc,1,2,,\\nd,1,,,    | TRIANGLE_BEYOND | 3:9
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,2,3,\\nc,1,2,,\\nd,1,,,\\ne,,,, | TRIANGLE_BEYOND | 6:1
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,0,3,\\nc,1,2,,\\nd,1,,,     | TRIANGLE_CELL   | 3:5
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,,3,\\nc,1,2,,\\nd,1,,,      | CELL_MISSING    | 3:5
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,x,3,\\nc,1,2,,\\nd,1,,,     | CELL_NOT_NUMBER | 3:5
          """)
  void aTriangleThatIsNoneIsToldWhereItIsNot(String text, String code, String place) {
    refuses("chain_ladder", text, code, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          period,cohort,sales,goods,value,expected\\n1,a,5,5,1,1              | FILE_COLUMN_MISSING | 1:1
          period,cohort,sales,goods,value,expected,redeemed,x\\n1,a,5,5,1,1,1,1 | FILE_COLUMN_UNKNOWN | 1:51
          period,cohort,sales,goods,value,expected,redeemed                  | FILE_NO_ROWS        | 1:1
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,-5,5,1,1,1   | CELL_BELOW_ZERO     | 2:5
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,5,5,-1,1,1   | CELL_BELOW_ZERO     | 2:9
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,5,5,1,1,2    | EXPECTED_TOO_FEW    | 2:11
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,5,5,1,1,1\\n1,a,5,,,1,  | SALE_AGAIN    | 3:5
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,5,5,1,1,1\\n2,a,,,,1,\\n1,b,5,5,1,1,1 | PERIOD_AGAIN | 4:1
          """)
  void salesThatAreNoneAreToldWhereTheyAreNot(String text, String code, String place) {
    refuses("ifrs15", text, code, place);
  }

  private static void refuses(String method, String text, String code, String place) {
    var typed =
        Typed.anywhere()
            .typing(text.replace("\\n", "\n") + "\n")
            .type("report liability -o json --file - --method " + method);
    assertEquals(Exit.BAD_INPUT, typed.exit(), typed.err());
    assertTrue(typed.err().contains("\"" + code + "\""), typed.err());
    var parts = place.split(":");
    assertTrue(typed.err().contains("\"line\":" + parts[0]), typed.err());
    assertTrue(typed.err().contains("\"column\":" + parts[1]), typed.err());
  }

  /** In every second period of time all origins are redeemed twice as much as in the others. */
  @Test
  void periodsOfTimeThatShowAreWarnedOf() {
    var text = new StringBuilder("origin");
    for (var age = 1; age <= 8; age++) text.append(",d").append(age);
    for (var origin = 0; origin < 8; origin++) {
      text.append('\n').append((char) ('a' + origin));
      var redeemed = 1000L;
      for (var age = 0; age < 8; age++) {
        text.append(',');
        if (origin + age < 8) text.append(redeemed);
        redeemed += redeemed * ((origin + age) % 2 == 0 ? 40 : 20) / 100;
      }
    }
    var line = "report liability --method chain_ladder --file ";
    var typed = Typed.anywhere().typing(text + "\n").type(line + "-");
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    assertTrue(typed.err().contains("Periods of time show in the triangle (Z = 0, by chance "), typed.err());
    var even = Typed.anywhere().type(line + TRIANGLE);
    assertTrue(!even.err().contains("Periods of time"), even.err());
  }
}
