package dev.kopilka.bulk.run;

import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.field.DecimalMark;
import dev.kopilka.store.imports.RunRows.Named;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two runs the same run: who reads which bytes, as what, in which way.
 *
 * @param source whose ids these are, as typed
 * @param mark the decimal mark, as typed
 */
public record Identity(String actor, String source, DecimalMark mark) {
  /** How the run over the table is named; the digest is the content's, a colon, and the way's. */
  public Named of(Table table) {
    var kind = table.binding().kind().word();
    return new Named(kind, table.shownName(), table.digest() + ":" + way(table), actor);
  }

  private String way(Table table) {
    var asked = table.asked();
    // The text of a mapping may hold values, so only its digest is kept.
    var text = String.join("\n", source, mark.name(), asked.wish() + "", asked.mapping() + "");
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
