package dev.kopilka.bulk.sheet;

import dev.kopilka.bulk.parts.Archive;
import dev.kopilka.bulk.parts.Broken;
import dev.kopilka.bulk.parts.Xml;
import dev.kopilka.model.value.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a workbook are: each part may have a list of others, with what they are to it.
 * Nothing is taken for granted about their names, which differ from program to program.
 */
final class Relations {
  private static final int MOST = 10_000;

  /**
   * One part that another one names.
   *
   * @param type the last word of what it is, in which both standards of XLSX agree
   */
  record Relation(String id, String type, String target) {}

  private Relations() {}

  /** The name of the part that lists the sheets. */
  static String main(Archive archive) throws Broken {
    for (var relation : of(archive, "")) {
      if (relation.type().equals("officeDocument")) return relation.target();
    }
    return "xl/workbook.xml";
  }

  /** What an archive is that has no list of sheets in XML. */
  static Problem other(Archive archive) throws Broken {
    if (archive.start("mimetype", 128).contains("opendocument.spreadsheet")) return spreadsheet("ODS");
    if (archive.has("xl/workbook.bin")) return spreadsheet("XLSB");
    return Problem.of("FILE_IS_BINARY").with("what", "ZIP");
  }

  private static Problem spreadsheet(String what) {
    return Problem.of("FILE_IS_SPREADSHEET").with("what", what);
  }

  /** What a part names; nothing where it has no such list. */
  static List<Relation> of(Archive archive, String part) throws Broken {
    var slash = part.lastIndexOf('/') + 1;
    var folder = part.substring(0, slash);
    var list = archive.part(folder + "_rels/" + part.substring(slash) + ".rels");
    var all = new ArrayList<Relation>();
    if (list.isEmpty()) return all;
    try (var xml = new Xml(list.get())) {
      while (xml.next()) {
        if (!xml.starts("Relationship") || xml.attribute("TargetMode").equals("External")) continue;
        if (all.size() == MOST) throw xml.unsound();
        var type = xml.attribute("Type");
        var target = resolved(folder, xml.attribute("Target").replace('\\', '/'));
        all.add(
            new Relation(xml.attribute("Id"), type.substring(type.lastIndexOf('/') + 1), target));
      }
    }
    return all;
  }

  /** The name from the archive's root; what begins with a slash begins there. */
  private static String resolved(String folder, String target) {
    var path = target.startsWith("/") ? target : folder + target;
    var kept = new ArrayList<String>();
    for (var step : path.split("/")) {
      if (step.isEmpty() || step.equals(".")) continue;
      if (!step.equals("..")) kept.add(step);
      else if (!kept.isEmpty()) kept.removeLast();
    }
    return String.join("/", kept);
  }
}
