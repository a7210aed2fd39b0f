package dev.kopilka.bulk.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.kopilka.bulk.source.Limits;
import dev.kopilka.model.value.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts one JSON object after the other into cells. A name gets its column when it first occurs and
 * keeps it; numbers keep their text.
 */
final class JsonObject {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(3)
                  .maxStringLength(Limits.CELL)
                  .maxNumberLength(100)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private record Cell(String text, long column) {}

  private static final Cell ABSENT = new Cell("", 1);

  private final Row headerRow;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String> header = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final Set<String> nested = new HashSet<>();
  private Lines lines;
  private Row row;
  private long nameColumn;

  JsonObject(Row headerRow) {
    this.headerRow = headerRow;
  }

  List<String> header() {
    return Collections.unmodifiableList(header);
  }

  /** Reads the object on the line in hand into the row, which has been begun. */
  void read(Lines from, Row into) {
    lines = from;
    row = into;
    Collections.fill(cells, ABSENT);
    nested.clear();
    parse();
    for (var cell : cells) {
      row.open(lines.number(), cell.column());
      row.append(cell.text());
    }
  }

  private void parse() {
    nameColumn = 1;
    try (var parser = JSON.createParser(lines.text(), 0, lines.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        damage(1, Problem.of("JSON_NOT_OBJECT"));
        return;
      }
      members(parser, "");
      if (row.damage().isEmpty() && parser.nextToken() != null) {
        damage(column(parser), Problem.of("JSON_TRAILING"));
      }
    } catch (StreamConstraintsException overLimit) {
      damage(nameColumn, Problem.of("JSON_OVER_LIMIT"));
    } catch (JsonProcessingException malformed) {
      var at = malformed.getLocation();
      var offset = at == null ? 0 : Math.max(0, (int) at.getCharOffset());
      // Jackson's own sentence may quote the content, which may be personal: only the place is told.
      damage(lines.column(offset), Problem.of("JSON_MALFORMED"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void members(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      nameColumn = column(parser);
      var name = Header.name(prefix + parser.currentName());
      var token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        if (!nested.add(name)) damage(nameColumn, twice(name));
        else members(parser, name + ".");
      } else if (token == JsonToken.START_ARRAY) {
        var column = column(parser);
        put(name, new Cell(list(parser), column));
      } else {
        var column = column(parser);
        put(name, new Cell(scalar(parser, token), column));
      }
      if (row.damage().isPresent()) return;
    }
  }

  private String list(JsonParser parser) throws IOException {
    var all = new StringBuilder();
    for (var token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token.isStructStart()) {
        damage(column(parser), Problem.of("JSON_TOO_DEEP"));
        return "";
      }
      if (!all.isEmpty()) all.append(',');
      all.append(scalar(parser, token));
    }
    return all.toString();
  }

  private static String scalar(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NULL ? "" : parser.getText();
  }

  private void put(String name, Cell cell) {
    var known = columns.get(name);
    if (known != null) {
      if (cells.set(known, cell) != ABSENT) damage(nameColumn, twice(name));
    } else if (name.isEmpty()) {
      damage(nameColumn, Problem.of("COLUMN_UNNAMED").with("number", header.size() + 1L));
    } else if (header.size() == Limits.COLUMNS) {
      damage(nameColumn, Problem.of("TOO_MANY_COLUMNS").with("limit", (long) Limits.COLUMNS));
    } else {
      columns.put(name, header.size());
      header.add(name);
      cells.add(cell);
      headerRow.open(lines.number(), nameColumn);
    }
  }

  private static Problem twice(String name) {
    return Problem.of("COLUMN_TWICE").with("column", name);
  }

  private void damage(long column, Problem problem) {
    row.damaged(lines.number(), column, problem);
  }

  private long column(JsonParser parser) {
    return lines.column((int) parser.currentTokenLocation().getCharOffset());
  }
}
