package dev.kopilka.store.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.kopilka.model.Line;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A receipt's lines as one column: {@code [["coffee","sku-1","2",35000],…]}, a JSON array of
 * category, article, quantity and amount, which SQL can unfold; empty text when there are none.
 */
final class LineText {
  private static final JsonFactory JSON = new JsonFactory();

  private LineText() {}

  static String write(List<Line> lines) {
    if (lines.isEmpty()) return "";
    var plain = PlainLines.write(lines);
    if (plain.isPresent()) return plain.get();
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (var line : lines) {
        json.writeStartArray();
        json.writeString(line.category());
        json.writeString(line.sku());
        json.writeString(line.quantity());
        json.writeNumber(line.amount());
        json.writeEndArray();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static List<Line> read(String text) {
    if (text.isEmpty()) return List.of();
    var plain = PlainLines.read(text);
    if (plain.isPresent()) return plain.get();
    var lines = new ArrayList<Line>();
    try (var json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        var category = json.nextTextValue();
        var sku = json.nextTextValue();
        var quantity = json.nextTextValue();
        json.nextToken();
        lines.add(new Line(category, sku, quantity, json.getLongValue()));
        json.nextToken();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
