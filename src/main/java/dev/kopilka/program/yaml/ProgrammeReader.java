package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Trouble.BadInput;
import dev.kopilka.program.Programme;
import dev.kopilka.program.tree.Findings;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Trees;
import java.nio.charset.StandardCharsets;

/** Reads a programme file, or says everything that is wrong with it. */
public final class ProgrammeReader {
  private ProgrammeReader() {}

  /**
   * The programme that the file describes.
   *
   * @param fileName as findings shall name it
   * @throws BadInput with every finding, in the order of the file
   */
  public static Programme read(String fileName, byte[] bytes) {
    var findings = new Findings(fileName);
    var root = Trees.read(bytes, findings);
    // The decimals and codes of an unreadable root are of no use, so any will do.
    var mapping = root instanceof Mapping map ? map : new Mapping(root.at(), java.util.List.of());
    var programme = RootSection.form(Declared.in(mapping)).read(root, findings);
    if (!findings.isEmpty()) throw findings.trouble();
    return programme.orElseThrow();
  }

  public static Programme read(String fileName, String text) {
    return read(fileName, text.getBytes(StandardCharsets.UTF_8));
  }
}
