package dev.kopilka.browser;

import static dev.kopilka.browser.Drawn.named;
import static dev.kopilka.browser.Drawn.shapes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopilka.browser.Line.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What is looked for in pictures that are made of cells. */
final class Cells {
  private static final String PAPER = "#ffffff";
  private static final String HOT = "rgb(11,85,159)";

  /** The colours of a terminal by risk and profit. */
  private static final Map<String, String> GROUNDS =
      Map.of("low high", "#00d700", "low low", "#afd7af", "high high", "#ff5f5f", "high low", "#ffd7d7");

  private Cells() {}

  /** A cell for each number, with the number in it; different numbers are different shades. */
  static void shades(Figure figure, List<JsonNode> rows, JsonNode drawing) {
    var numbers = new ArrayList<Double>();
    var later = 0.0;
    for (var row : rows) {
      for (var value : figure.values()) {
        if (!row.path(value).isNumber()) continue;
        numbers.add(row.path(value).asDouble());
        if (!isFirstMonth(row, value)) later = Math.max(later, numbers.getLast());
      }
    }
    var cells = shapes(drawing, "stroke", PAPER);
    assertEquals(numbers.size(), cells.size(), "cells");
    var shades = new HashSet<String>();
    var expected = new HashSet<Double>();
    for (var i = 0; i < cells.size(); i++) {
      var shade = cells.get(i).path("fill").asText();
      shades.add(shade);
      expected.add(Math.min(later, numbers.get(i)));
      if (numbers.get(i) >= later) assertEquals(HOT, shade, "the shade of " + numbers.get(i));
    }
    assertEquals(expected.size(), shades.size(), "shades");
    for (var row : rows) named(row.path(figure.axes().getFirst()).asText(), drawing);
  }

  /** Everybody is there in the first month: it would leave the others without a colour. */
  private static boolean isFirstMonth(JsonNode row, String value) {
    return value.equals("m0") || (row.has("months_since") && row.path("months_since").asInt() == 0);
  }

  /** A cell for each row in the colour of the terminal, with what the programme says of it. */
  static void matrix(List<JsonNode> rows, JsonNode drawing) {
    var cells = shapes(drawing, "stroke", PAPER);
    assertEquals(rows.size(), cells.size(), "cells");
    var isEnglish = drawing.path("texts").toString().contains("Risk");
    named(isEnglish ? "Risk" : "Риск", drawing);
    named(isEnglish ? "Profit" : "Прибыль", drawing);
    for (var i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var risk = row.path("risk").asText();
      var profit = row.path("profit").asText();
      assertEquals(GROUNDS.get(risk + " " + profit), cells.get(i).path("fill").asText());
      named((risk.equals("low") ? "Low" : "High") + " risk", drawing);
      named((profit.equals("low") ? "Low" : "High") + " profit", drawing);
      named(row.path("name").asText(), drawing);
      named(row.path("members").asText(), drawing);
      if (row.hasNonNull("action")) named(row.path("action").asText(), drawing);
    }
  }
}
