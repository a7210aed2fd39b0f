package dev.kopilka.bulk.source;

import dev.kopilka.store.foreign.ForeignQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * The rows of a query as the bytes of a CSV file: comma, UTF-8, a header. So a database is imported
 * as a file is, with rejects, totals, and going on where a run was broken off.
 */
public final class QueryStream extends InputStream {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final int ROWS = 500;

  private final ForeignQuery query;
  private ByteArrayInputStream ready;
  private boolean isOver;

  public QueryStream(ForeignQuery query) {
    this.query = query;
    this.ready = bytes(line(query.columns()));
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(List<String> values) {
    return FORMAT.format(values.toArray()) + "\n";
  }

  private void more() {
    var lines = new StringBuilder();
    for (var i = 0; i < ROWS && !isOver; i++) {
      var row = query.next();
      isOver = row.isEmpty();
      row.ifPresent(values -> lines.append(line(values)));
    }
    ready = bytes(lines.toString());
  }

  @Override
  public int read() {
    while (ready.available() == 0 && !isOver) more();
    return ready.read();
  }

  @Override
  public int read(byte[] into, int at, int length) {
    while (ready.available() == 0 && !isOver) more();
    return ready.read(into, at, length);
  }

  @Override
  public void close() throws IOException {
    query.close();
    super.close();
  }
}
