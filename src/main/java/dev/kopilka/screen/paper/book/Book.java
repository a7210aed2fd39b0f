package dev.kopilka.screen.paper.book;

import dev.kopilka.screen.format.Rows;
import dev.kopilka.screen.format.Target;
import dev.kopilka.screen.paper.Heading;
import dev.kopilka.screen.paper.Paper;
import dev.kopilka.screen.paper.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** A workbook on its way to stdout: a sheet for the fields of a card, and one for each table. */
public final class Book implements Paper {
  private final Undated stream;
  private final Workbook workbook;
  private final Target target;
  private final String path;

  public Book(Target target, Heading heading) {
    this.target = target;
    this.path = heading.path();
    this.stream = new Undated(target.stream());
    this.workbook = new Workbook(stream, "Kopilka", null);
  }

  @Override
  public void fields(Map<String, Object> fields) {
    var rows = sheet(path);
    rows.begin(List.of("field", "value"));
    for (var field : fields.entrySet()) rows.row(new Object[] {field.getKey(), field.getValue()});
    rows.end();
  }

  @Override
  public Rows table(Part part) {
    return sheet(part.name().isEmpty() ? path : part.name());
  }

  private Rows sheet(String name) {
    return new BookRows(workbook.newWorksheet(name.isEmpty() ? "kopilka" : name), target.zone());
  }

  @Override
  public void end() {
    try {
      stream.hold();
      // Stored, not compressed: the moment of writing can be found and replaced.
      workbook.setCompressionLevel(0);
      workbook.finish();
      stream.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
