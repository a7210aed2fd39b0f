package dev.kopilka.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a browser has drawn, as its shapes and texts. */
final class Drawn {
  private Drawn() {}

  static List<JsonNode> shapes(JsonNode drawing, String attribute, String is) {
    var shapes = new ArrayList<JsonNode>();
    for (var shape : drawing.path("shapes")) {
      if (shape.path(attribute).asText().equals(is)) shapes.add(shape);
    }
    return shapes;
  }

  static void named(String name, JsonNode drawing) {
    var texts = new ArrayList<String>();
    for (var text : drawing.path("texts")) texts.add(text.asText());
    assertTrue(texts.contains(name), name + " is not among " + texts);
  }
}
