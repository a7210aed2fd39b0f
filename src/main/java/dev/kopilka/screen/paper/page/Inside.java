package dev.kopilka.screen.paper.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What every page carries: its style, the library of the charts, and what we ask of it. */
enum Inside {
  STYLE("page.css"),
  CHARTS("echarts.min.js"),
  PICTURES("pictures.js");

  private final String file;

  Inside(String file) {
    this.file = file;
  }

  String text() {
    try (var stream = Inside.class.getResourceAsStream("/dev/kopilka/screen/page/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A page may load nothing, and only the two scripts with these digests run in it (CSP level 3,
   * section 6.7.3.3): should markup ever slip through, it has no power.
   */
  static String policy() {
    return "default-src 'none'; style-src 'unsafe-inline'; script-src '" + CHARTS.digest() + "' '"
        + PICTURES.digest() + "'; base-uri 'none'; form-action 'none'";
  }

  private String digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var bytes = sha.digest(text().getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
