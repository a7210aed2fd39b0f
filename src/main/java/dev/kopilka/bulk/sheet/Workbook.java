package dev.kopilka.bulk.sheet;

import dev.kopilka.bulk.parts.Archive;
import dev.kopilka.bulk.parts.Broken;
import dev.kopilka.bulk.parts.Xml;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A workbook that is open: its sheets by name, and the one that is meant. */
public final class Workbook implements AutoCloseable {
  /** Sheets of a workbook; more than anybody can leaf through. */
  private static final int MOST = 1_000;

  private static final int LONGEST_NAME = 255;

  private final String file;
  private final String mark;
  private final Archive archive;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();
  private String texts = "";
  private String styles = "";
  private boolean from1904;

  /** A sheet, and the part that it is in. */
  public record Sheet(String name, boolean isVisible, String part) {}

  private Workbook(Source source, Wish wish, Archive archive) {
    this.file = source.shownName();
    this.mark = wish.decimal();
    this.archive = archive;
  }

  /** Opens a file that is a zip archive; throws when it is no workbook, or none that can be read. */
  public static Workbook open(Source source, Wish wish) {
    var name = source.shownName();
    try {
      var archive = Archive.open(source.path());
      try {
        return new Workbook(source, wish, archive).read();
      } catch (RuntimeException | Broken unfit) {
        archive.close();
        throw unfit;
      }
    } catch (Broken broken) {
      throw refused(name, broken.problem());
    }
  }

  private static Trouble.BadInput refused(String file, Problem problem) {
    return new Trouble.BadInput(new Place(file, 0, 0), problem.with("file", file));
  }

  private Workbook read() throws Broken {
    var book = Relations.main(archive);
    if (!archive.has(book)) throw refused(file, Relations.other(archive));
    for (var relation : Relations.of(archive, book)) {
      switch (relation.type()) {
        case "worksheet" -> targets.put(relation.id(), relation.target());
        case "sharedStrings" -> texts = relation.target();
        case "styles" -> styles = relation.target();
        default -> {}
      }
    }
    try (var xml = new Xml(archive.needed(book))) {
      while (xml.next()) {
        if (xml.starts("workbookPr")) from1904 = isTrue(xml.attribute("date1904"));
        else if (xml.starts("sheet")) add(xml);
      }
    }
    return this;
  }

  private void add(Xml xml) throws Broken {
    var name = RichText.unescaped(xml.attribute("name"));
    if (sheets.size() == MOST || name.length() > LONGEST_NAME) throw xml.unsound();
    // What has no such part is a chart or a dialogue on a page of its own.
    var part = targets.get(xml.attribute("id"));
    var isHidden = xml.attribute("state").toLowerCase(Locale.ROOT).endsWith("hidden");
    if (part != null) sheets.add(new Sheet(name, !isHidden, part));
  }

  private static boolean isTrue(String text) {
    return text.equals("1") || text.equals("true");
  }

  List<Sheet> sheets() {
    return sheets;
  }

  Trouble.BadInput refused(Problem problem) {
    return refused(file, problem);
  }

  /** Whether no cell of a sheet holds anything. */
  boolean isBlank(Sheet sheet) throws Broken {
    try (var xml = xml(sheet)) {
      while (xml.next()) {
        if (xml.starts("v") && !xml.text().isEmpty()) return false;
        if (xml.starts("is") && !RichText.of(xml).isEmpty()) return false;
      }
      return true;
    }
  }

  /** The sheet of that name, or without a name the only one that holds something. */
  public Sheet sheet(String name) {
    try {
      return Choice.of(this, name);
    } catch (Broken broken) {
      throw refused(file, broken.problem());
    }
  }

  /** The rows of a sheet from its first one on. */
  public SheetReader reader(Sheet sheet) {
    try {
      var shared = archive.part(texts);
      var styled = archive.part(styles);
      var cells =
          new CellText(
              shared.isPresent() ? Texts.of(shared.get()) : Texts.none(),
              styled.isPresent() ? Styles.of(styled.get()) : Styles.none(),
              from1904,
              mark);
      return new SheetReader(file, xml(sheet), cells);
    } catch (Broken broken) {
      throw refused(file, broken.problem());
    }
  }

  private Xml xml(Sheet sheet) throws Broken {
    return new Xml(archive.needed(sheet.part()));
  }

  @Override
  public void close() {
    archive.close();
  }
}
