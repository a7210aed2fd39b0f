package dev.kopilka.bulk.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.source.Wish;
import dev.kopilka.bulk.text.Bytes;
import dev.kopilka.bulk.text.RowReader;
import dev.kopilka.model.value.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which column feeds which, and what is said of a header that does not fit. */
class BindingTest {
  private static RowReader header(String line) {
    return Bytes.open(Bytes.utf8(line + "\n"), new Wish("csv", "utf-8", "comma"));
  }

  private static String findings(Kind kind, String header, String... maps) {
    try {
      Binding.of(kind, Mapping.of(List.of(maps)), header(header));
      return "fits";
    } catch (Trouble.BadInput unfit) {
      var told = new StringBuilder();
      for (var finding : unfit.findings()) {
        var details = finding.problem().details();
        told.append(finding.place().column()).append(' ').append(finding.problem().code());
        told.append(' ').append(details.get("column"));
        if (details.containsKey("nearest")) told.append("→").append(details.get("nearest"));
        told.append("; ");
      }
      return told.toString();
    }
  }

  @Test
  void everyFindingOfAHeaderIsToldAtOnce() {
    assertEquals(
        "4 HEADER_UNKNOWN membr→member; 10 HEADER_UNKNOWN zzz→; 0 COLUMN_MISSING member;"
            + " 0 COLUMN_MISSING occurred_at; 0 COLUMN_MISSING amount; ",
        findings(Kind.PURCHASES, "id,membr,zzz"));
  }

  @Test
  void aMappingLeavesOutWhatItDoesNotName() {
    var reader = header("id,Card,occurred_at,amount,week");
    var binding = Binding.of(Kind.PURCHASES, Mapping.of(List.of("Card=member")), reader);
    assertEquals(List.of("week"), binding.leftOut());
  }

  @Test
  void aMappingDoesNotHideASlipOfThePen() {
    assertEquals(
        "25 HEADER_UNKNOWN amuont→amount; 0 COLUMN_MISSING amount; ",
        findings(Kind.PURCHASES, "id,Number,occurred_at,x,amuont", "Number=member"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "member,x|x=nam|0 MAP_TARGET_UNKNOWN nam→name; |",
        "member,name|nmae=name|0 MAP_SOURCE_MISSING nmae→name; |",
        "member,id|id=member|8 COLUMN_FED_TWICE member; |",
        "member,x|member:=1|1 COLUMN_FED_TWICE member; |",
        "member,x|x=|fits|",
        "member,attr.size,attr.shoe size||fits|",
        "code|#=member|fits|",
        "a=b,c|a=b=member|fits|"
      })
  void mappingsAreChecked(String header, String map, String expected) {
    var maps = map == null ? new String[0] : new String[] {map};
    assertEquals(expected.strip(), findings(Kind.MEMBERS, header, maps).strip());
  }

  @Test
  void aMappingThatCannotBeReadIsAMisuse() {
    for (var spec : new String[] {"member", "=member", "", ":=x"}) {
      assertThrows(Trouble.Usage.class, () -> Mapping.of(List.of(spec)), spec);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,member,occurred_at,amount|PURCHASES",
        "id,member,occurred_at,activity|ACTIVITIES",
        "id,purchase,occurred_at,amount|RETURNS",
        "id,member,points,earned_at|BALANCES",
        "id,member,points,reason,note,occurred_at|ADJUSTMENTS",
        "line,column,code,message,id,member,occurred_at,amount|PURCHASES",
        "id,member,ocurred_at,amount|PURCHASES",
        "id,member|unclear",
        "id,member,occurred_at,amount,activity|unclear"
      })
  void theHeaderTellsTheKind(String header, String expected) {
    var taken =
        List.of(
            Kind.PURCHASES, Kind.RETURNS, Kind.ACTIVITIES, Kind.BALANCES, Kind.ADJUSTMENTS);
    try {
      assertEquals(expected, Kinds.told(taken, Mapping.NONE, header(header)).name());
    } catch (Trouble.BadInput unclear) {
      assertEquals(expected, "unclear");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "=1+1, '''=1+1'", "+79121234567, +79121234567", "-5, -5", "'-1,5', '-1,5'", "-x, '''-x'",
    "@a, '''@a'", "'''=x', '''''=x'", "'''x', '''x'", "'', ''", "a=b, a=b"
  })
  void guardedCellsComeBackAsTheyWere(String text, String guarded) {
    assertEquals(guarded, Rejected.guarded(text));
    var comesBack = "line,column,code,message,id\n1,1,X,Y,\"" + guarded + "\"\n";
    try (var reader = Bytes.open(Bytes.utf8(comesBack), new Wish("csv", "utf-8", "comma"))) {
      assertTrue(reader.advance());
      assertEquals(text, Rejected.in(reader.header()).text(reader.row(), 4));
    }
  }
}
