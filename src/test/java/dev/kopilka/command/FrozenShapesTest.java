package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopilka.app.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON that scripts rely on: names, nesting, order and types stay as they are. */
class FrozenShapesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Typed.Place place;

  @BeforeEach
  void aShopWithOneMember() throws IOException {
    place = Typed.Place.in(folder);
    var programme = place.type("program example retail");
    var file = Files.writeString(folder.resolve("program.yaml"), programme.out());
    place.type("init");
    place.run("program", "apply", file.toString(), "--effective", "2025-01-01");
    place.type("enroll add 1001 --name Anna --enrolled-at 2026-01-01");
  }

  @Test
  void memberShow() throws IOException {
    assertEquals(
        "member:text status:text enrolled_at:text tier:text"
            + " balance{available:number pending:number held:number debt:number"
            + " expiring_next{points:number on:text}}"
            + " lifetime{earned:number redeemed:number expired:number purchases:number"
            + " spend:number}",
        shape("member show 1001 --as-of 2026-02-01 -o json"));
  }

  @Test
  void memberShowWithNothingToExpire() throws IOException {
    assertTrue(
        place.type("member show 1001 --as-of 2026-06-01 -o json").out().contains(
            "\"expiring_next\":null"));
  }

  @Test
  void redeemQuote() throws IOException {
    assertEquals(
        "member:text amount:number max_points:number pays:number earns:number discount:number"
            + " tier:text",
        shape("redeem quote 1001 --amount 1500.00 -o json"));
  }

  @Test
  void imports() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("r.csv"),
            "id,member,occurred_at,amount\nR-1,1001,2026-02-01,100.00\nR-2,9,2026-02-01,1.00\n");
    assertEquals(
        "run:number file:text read:number accepted:number duplicates:number rejected:number"
            + " points:number seconds:number rows_per_second:number rejects_file:text",
        shape("accrue import " + file + " -o json"));
  }

  @Test
  void auditVerify() throws IOException {
    assertEquals(
        "ok:boolean members:number entries:number lots:number problems[]",
        shape("audit verify -o json"));
  }

  @Test
  void segmentRfm() throws IOException {
    place.type("accrue purchase 1001 --id R-1 --amount 1500.00 --at 2026-03-01");
    var rows = JSON.readTree(place.type("segment rfm --as-of 2026-06-01 -o json").out());
    assertEquals(
        "member:text recency_days:number frequency:number monetary:number r:number f:number"
            + " m:number score:number segment:text",
        shape(rows.get(0)));
  }

  /** A writing command answers with what it did and the balance before and after. */
  @Test
  void writing() throws IOException {
    assertEquals(
        "status:text id:text source:text kind:text member:text occurred_at:text version:number"
            + " amount:number points:number earned:number redeemed:number"
            + " balance{before:number after:number} tier:null"
            + " entries[entry:number kind:text rule:text points:number balance:number"
            + " active_from:text expires_on:text]",
        shape("accrue purchase 1001 --id R-1 --amount 1500.00 --at 2026-03-01 -o json"));
  }

  @Test
  void errors() throws IOException {
    var error = place.type("redeem points 1001 5000 --id S-1 -o json").err();
    assertEquals(
        "error{code:text message:text hint:text details{member:text available:number"
            + " asked:number}}",
        shape(JSON.readTree(error)));
  }

  private String shape(String line) throws IOException {
    var typed = place.type(line);
    return shape(JSON.readTree(typed.out()));
  }

  private static String shape(JsonNode node) {
    var parts = new ArrayList<String>();
    for (var field : node.properties()) parts.add(field.getKey() + value(field.getValue()));
    return String.join(" ", parts);
  }

  private static String value(JsonNode value) {
    if (value.isObject()) return "{" + shape(value) + "}";
    if (value.isArray()) return "[" + (value.isEmpty() ? "" : shape(value.get(0))) + "]";
    if (value.isTextual()) return ":text";
    return ":" + value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
