package dev.kopilka.command.pilot;

import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.bulk.text.RowReader;
import dev.kopilka.bulk.text.Tables;
import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.model.value.Trouble.Finding;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of a pilot, read row by row. What is wrong with rows is gathered and told at the end: of
 * such a file nothing counts.
 */
public final class TableFile implements AutoCloseable {
  private static final int TOLD = 20;

  private final Source source;
  private final RowReader reader;
  private final List<Finding> findings = new ArrayList<>();
  private boolean isAhead;
  private long wrong;

  private TableFile(Source source) {
    this.source = source;
    this.reader = Tables.open(source, Wish.NONE);
    // The first object of JSON Lines is its header too.
    isAhead = reader.advance();
  }

  public static TableFile open(String file) {
    return new TableFile(Source.file(file, Path.of(file)));
  }

  /** Where the column of that name stands; throws where there is none. */
  public int column(String name) {
    var names = reader.header();
    var place = names.indexOf(Normalizer.normalize(name.strip(), Normalizer.Form.NFC));
    if (place >= 0) return place;
    throw new Trouble.BadInput(
        new Place(source.shownName(), 1, 1),
        Problem.of("FILE_LACKS_COLUMN")
            .with("column", name)
            .with("nearest", Nearest.to(name, names))
            .with("known", names));
  }

  /** Goes to the next row that can be read at all. */
  public boolean next() {
    while (true) {
      var isThere = isAhead || reader.advance();
      isAhead = false;
      if (!isThere) return false;
      var damage = reader.row().damage();
      if (damage.isEmpty()) return true;
      find(damage.get());
    }
  }

  /** What stands in the cell of the row in hand, in one Unicode form. */
  public String text(int column) {
    return Normalizer.normalize(reader.row().text(column).strip(), Normalizer.Form.NFC);
  }

  /** Notes what is wrong with a cell of the row in hand. */
  public void bad(int column, String code) {
    var problem = Problem.of(code).with("found", text(column));
    find(new Finding(reader.row().place(column), problem));
  }

  private void find(Finding finding) {
    wrong++;
    if (findings.size() < TOLD) findings.add(finding);
  }

  /** Throws what was found. */
  public void check() {
    if (wrong > 0) throw new Trouble.BadInput(findings, wrong);
  }

  @Override
  public void close() {
    reader.close();
  }
}
