package dev.kopilka.screen.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.kopilka.screen.Amount;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A JSON array with one object a line, or JSON Lines; and single objects. Written by the streaming
 * generator: nothing is held in memory and no binding is loaded.
 */
public final class Json implements Rows {
  /** Without the feature a character beyond the basic plane becomes twelve ASCII ones. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private final JsonGenerator json;
  private final ZoneId zone;
  private final boolean isArray;
  private final Target target;
  private List<String> names = List.of();
  private boolean isFirst = true;

  private Json(Target target, boolean isArray) {
    this.target = target;
    this.json = generator(target.stream());
    this.zone = target.zone();
    this.isArray = isArray;
  }

  static Json array(Target target) {
    return new Json(target, true);
  }

  static Json lines(Target target) {
    return new Json(target, false);
  }

  /** One object on a line of its own. */
  public static void object(Card card, Target target) {
    var writer = new Json(target, false);
    try {
      writer.value(card);
      writer.json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    target.text("\n");
  }

  private static JsonGenerator generator(OutputStream stream) {
    try {
      var json = FACTORY.createGenerator(stream);
      // The stream belongs to the screen, which flushes it once, at the end of the command.
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      // Lines are broken here by hand; the printer's own separator between objects is nothing.
      json.setPrettyPrinter(new MinimalPrettyPrinter(""));
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void begin(List<String> columns) {
    names = columns;
    if (isArray) target.text("[");
  }

  @Override
  public void row(Object[] values) {
    if (isArray) target.text(isFirst ? "\n" : ",\n");
    isFirst = false;
    try {
      json.writeStartObject();
      for (var i = 0; i < values.length; i++) {
        json.writeFieldName(names.get(i));
        value(values[i]);
      }
      json.writeEndObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!isArray) target.text("\n");
  }

  @Override
  public void end() {
    if (isArray) target.text(isFirst ? "]\n" : "\n]\n");
  }

  private void value(Object value) throws IOException {
    var plain = Cell.plain(value);
    if (Cell.isAbsent(plain)) {
      json.writeNull();
      return;
    }
    // Not a switch over types, for the reason that Cell gives.
    if (plain instanceof Long number) json.writeNumber(number.longValue());
    else if (plain instanceof Integer number) json.writeNumber(number.intValue());
    else if (plain instanceof Amount number) json.writeNumber(number.toString());
    else if (plain instanceof BigDecimal number) json.writeNumber(number.toPlainString());
    else if (plain instanceof Boolean bool) json.writeBoolean(bool);
    else if (plain instanceof Card card) fields(card.values());
    else if (plain instanceof Map<?, ?> map) fields(map);
    else if (plain instanceof Collection<?> several) array(several);
    else if (plain instanceof Card.Missing) json.writeNull();
    else text(Cell.text(plain, zone));
  }

  private void fields(Map<?, ?> fields) throws IOException {
    json.writeStartObject();
    for (var field : fields.entrySet()) {
      json.writeFieldName(field.getKey().toString());
      value(field.getValue());
    }
    json.writeEndObject();
  }

  private void array(Collection<?> several) throws IOException {
    json.writeStartArray();
    for (var one : several) value(one);
    json.writeEndArray();
  }

  private void text(String text) throws IOException {
    if (Escape.isNeeded(text)) json.writeRawValue(quoted(text));
    else json.writeString(text);
  }

  private static String quoted(String text) {
    return '"' + Escape.controls(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }
}
