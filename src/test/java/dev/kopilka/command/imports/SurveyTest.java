package dev.kopilka.command.imports;

import static dev.kopilka.command.imports.Shop.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Surveys and contracts: events that give what rules give for them. */
class SurveyTest {
  private static final String RULES =
      """
      surveys: [nps, { code: exit, name: Why do you leave? }]
      """;

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    var earn =
        """
        earn:
          - { code: any, on: survey, give: { points: 1 } }
          - { code: nps, on: "survey:nps", give: { points: 3 } }
          - { code: double, on: "survey:nps", give: { multiply: "2" } }
          - { code: deal, on: contract, give: { points: 10 } }
          - { code: year, on: "contract:year", give: { points: 5 } }
        """;
    shop = Shop.in(folder, Shop.PROGRAMME.replace("earn:\n", earn) + RULES);
  }

  @Test
  void answersLieBesideTheChain() throws IOException {
    var text =
        "id,member,occurred_at,survey,score,answer.why,answer.name\n"
            + "N1,1,2026-11-01,nps,9.50,\"so so,\nreally\",Anna\nN2,2,2026-11-01,exit,,,\nN3,1,2026-11-01,npx,1,,\n";
    var typed = shop.json("accrue", "import", shop.file("s.csv", text));
    assertEquals("3,2,0,1,9", counts(typed), typed.err());
    assertTrue(shop.text("s.csv.rejects.csv").contains("5,17,SURVEY_NOT_FOUND,"), shop.text("s.csv.rejects.csv"));
    assertEquals(
        List.of("21 nps score=9.5", "21 exit "),
        shop.ask("select kind || ' ' || subject || ' ' || attributes from event where kind = 21"));
    assertEquals(List.of("name=Anna\nwhy=so so, really"), shop.ask("select text from note"));
    assertEquals("3,0,2,1,0", counts(shop.json("accrue", "import", shop.file("s.csv", text.replace("Anna", "Ann")))));
    assertEquals(Exit.DONE, shop.run("audit", "verify").exit());
  }

  @Test
  void theCommandRecordsWhatTheImportDoes() throws IOException {
    var done =
        shop.run("accrue", "survey", "1", "nps", "--score", "9.50", "--answer", "why=so so", "--id", "N1",
            "--at", "2026-11-01");
    assertEquals(Exit.DONE, done.exit(), done.err());
    assertEquals(List.of("why=so so"), shop.ask("select text from note"));
    var text = "id,member,occurred_at,survey,score,answer.why\nN1,1,2026-11-01,nps,9.5,so so\n";
    assertEquals("1,0,1,0,0", counts(shop.json("accrue", "import", shop.file("s.csv", text))));
    assertEquals(Exit.NOT_FOUND, shop.run("accrue", "survey", "1", "npx").exit());
    assertEquals(Exit.BAD_INPUT, shop.run("accrue", "survey", "1", "nps", "--answer", "x").exit());
  }

  @Test
  void contractsHaveTheirDates() throws IOException {
    var text =
        "id,member,starts_on,ends_on,kind\nC1,1,2026-02-01,2027-01-31,year\nC2,2,2026-12-01,,month\n"
            + "C3,1,2025-02-01,,year\nC4,1,2026-03-01,2026-02-28,year\nC5,1,,,year\n";
    var typed = shop.json("accrue", "import", shop.file("c.csv", text));
    assertEquals("5,2,0,3,25", counts(typed), typed.err());
    var codes = shop.text("c.csv.rejects.csv").lines().skip(1).map(line -> line.split(",")[2]).toList();
    assertEquals(List.of("NO_PROGRAMME", "DATES_REVERSED", "CELL_MISSING"), codes);
    assertEquals("5,0,2,3,0", counts(shop.json("accrue", "import", shop.file("c.csv", text))));
    var undone = shop.run("accrue", "import", "--revert", "2", "--columns", "reverted,points");
    assertEquals("reverted  2\npoints    -25\n", undone.out(), undone.err());
  }

  @ParameterizedTest
  @CsvSource({
    "on: survey, 'on: \"survey:npx\"', REFERENCE_UNKNOWN",
    "on: survey, 'on: surveys', WORD_UNKNOWN",
    "'on: contract,', 'on: \"contract:\",', VALUE_EMPTY",
    "give: { points: 1 } }, 'give: { points: 1, per: \"1.00\" } }', GIVE_NEEDS_PURCHASE"
  })
  void aRuleAboutThemIsChecked(String legal, String wrong, String code) throws IOException {
    var text = shop.text("program.yaml");
    assertTrue(text.contains(legal), legal);
    var checked = shop.run("program", "check", shop.file("wrong.yaml", text.replace(legal, wrong)));
    assertEquals(Exit.BAD_INPUT, checked.exit(), checked.out());
    assertTrue(checked.err().contains(code), checked.err());
  }
}
