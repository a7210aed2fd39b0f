package dev.kopilka.bulk.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.kopilka.model.value.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON Lines: one object a line. Numbers keep their text, so nothing is rounded on the way; a
 * nested object becomes {@code outer.inner}, an array of plain values becomes a list with commas;
 * null is an empty cell.
 */
final class JsonRows implements RowReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxStringLength(Limits.CELL)
                  .maxNumberLength(100)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private record Cell(String text, long column) {}

  private static final Cell ABSENT = new Cell("", 1);

  private final CharFeed feed;
  private final Tables.Origin origin;
  private final Lines lines;
  private final Row row;
  private final Row headerRow;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<String> header = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private long number;
  private boolean ready;
  private boolean cutTold;

  JsonRows(CharFeed feed, Tables.Origin origin) {
    this.feed = feed;
    this.origin = origin;
    this.lines = new Lines(feed, origin.dialect().charset().name());
    this.row = new Row(origin.file(), 1024, 32);
    this.headerRow = new Row(origin.file(), 0, 0);
    // The first object names the columns that a caller may ask about before it reads a row.
    this.ready = readRow();
  }

  @Override
  public List<String> header() {
    return Collections.unmodifiableList(header);
  }

  @Override
  public Row headerRow() {
    return headerRow;
  }

  @Override
  public boolean advance() {
    if (ready) {
      ready = false;
      return true;
    }
    return readRow();
  }

  private boolean readRow() {
    if (!lines.advance()) return endOfFile();
    row.begin(++number, lines.number());
    Collections.fill(cells, ABSENT);
    if (lines.damage().isPresent()) {
      row.damaged(lines.number(), lines.damageColumn(), lines.damage().get());
    } else {
      parse();
    }
    for (var cell : cells) {
      row.open(lines.number(), cell.column());
      row.append(cell.text());
    }
    if (lines.isOpen()) tellCut();
    if (row.damage().isPresent()) row.keepRaw(new String(lines.text(), 0, lines.length()));
    return true;
  }

  private boolean endOfFile() {
    if (!feed.isCut() || cutTold) return false;
    row.begin(++number, lines.number() + 1);
    tellCut();
    return true;
  }

  private void tellCut() {
    if (!feed.isCut() || cutTold) return;
    cutTold = true;
    row.damagedAfterAll(
        row.line(), 1, Problem.of("FILE_CUT").with("file", origin.file()));
  }

  private void parse() {
    try (var parser = JSON.createParser(lines.text(), 0, lines.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        damage(parser, Problem.of("JSON_NOT_OBJECT"));
        return;
      }
      members(parser, "");
      if (row.damage().isEmpty() && parser.nextToken() != null) {
        damage(parser, Problem.of("JSON_TRAILING"));
      }
    } catch (JsonProcessingException malformed) {
      var at = malformed.getLocation();
      var offset = at == null ? 0 : Math.max(0, (int) at.getCharOffset());
      // Jackson's own sentence may quote the content, which may be personal: only the place is told.
      var code = isDuplicate(malformed) ? "JSON_KEY_TWICE" : "JSON_MALFORMED";
      row.damaged(lines.number(), lines.column(offset), Problem.of(code));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static boolean isDuplicate(JsonProcessingException malformed) {
    return malformed.getOriginalMessage().startsWith("Duplicate field");
  }

  private void members(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = Header.name(prefix + parser.currentName());
      var token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        members(parser, name + ".");
      } else if (token == JsonToken.START_ARRAY) {
        var column = column(parser);
        put(parser, name, new Cell(list(parser), column));
      } else {
        put(parser, name, new Cell(scalar(parser, token), column(parser)));
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
        damage(parser, Problem.of("JSON_TOO_DEEP"));
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

  private void put(JsonParser parser, String name, Cell cell) {
    if (name.isEmpty()) {
      damage(parser, Problem.of("COLUMN_UNNAMED").with("number", 0L));
      return;
    }
    var known = columns.get(name);
    if (known == null) {
      if (columns.size() == Limits.COLUMNS) {
        damage(parser, Problem.of("TOO_MANY_COLUMNS").with("limit", (long) Limits.COLUMNS));
        return;
      }
      columns.put(name, columns.size());
      header.add(name);
      cells.add(cell);
      headerRow.open(lines.number(), cell.column());
    } else if (cells.set(known, cell) != ABSENT) {
      // Jackson sees twins of one object; a.b beside {"a":{"b":…}} only shows here.
      damage(parser, Problem.of("JSON_KEY_TWICE"));
    }
  }

  private void damage(JsonParser parser, Problem problem) {
    row.damaged(lines.number(), column(parser), problem);
  }

  private long column(JsonParser parser) {
    return lines.column((int) parser.currentTokenLocation().getCharOffset());
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public boolean isLastLineOpen() {
    return lines.isOpen();
  }

  @Override
  public Dialect dialect() {
    return origin.dialect();
  }

  @Override
  public long bytesRead() {
    return origin.counted().count();
  }

  @Override
  public void close() {
    feed.close();
  }
}
