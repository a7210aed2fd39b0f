package dev.kopilka.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.kopilka.bulk.kind.Rejected;
import dev.kopilka.bulk.text.RowReader;
import java.io.IOException;
import java.io.OutputStream;

/** Rejected rows as JSON Lines; a line that was no JSON is a text under the name {@code row}. */
final class JsonRejects implements Rejects.Form {
  private static final JsonFactory JSON = new JsonFactory();

  private final RowReader reader;
  private final Rejected rejected;

  JsonRejects(RowReader reader) {
    this.reader = reader;
    this.rejected = Rejected.in(reader.header());
  }

  @Override
  public void begin(OutputStream out) {
    // Each line names its columns itself.
  }

  @Override
  public void write(OutputStream out, Rejects.Told told) throws IOException {
    var row = told.row();
    try (var json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.writeStartObject();
      line(json, rejected.line(row));
      json.writeNumberField("column", told.column());
      json.writeStringField("code", told.code());
      json.writeStringField("message", told.message());
      if (!row.raw().isEmpty()) {
        json.writeStringField("row", row.raw());
      } else {
        for (var i = rejected.columns(); i < row.size(); i++) {
          if (row.isEmpty(i)) continue;
          var text = Rejected.guarded(rejected.text(row, i));
          json.writeStringField(reader.header().get(i), text);
        }
      }
      json.writeEndObject();
    }
    out.write('\n');
  }

  /** The number of the line; in a file of rejects it is a cell, which somebody may have changed. */
  private static void line(JsonGenerator json, String line) throws IOException {
    if (line.matches("[1-9][0-9]{0,17}")) {
      json.writeNumberField("line", Long.parseLong(line));
    } else {
      json.writeStringField("line", line);
    }
  }
}
