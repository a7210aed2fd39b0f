package dev.kopilka.bulk.text;

import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.model.value.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables in memory, and what reading them tells, as lines that a test can compare. */
public final class Bytes {
  private Bytes() {}

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] in(String charset, String text) {
    return text.getBytes(Charset.forName(charset));
  }

  /** Arrays one after the other. */
  public static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  public static RowReader open(byte[] bytes, Wish wish) {
    return Tables.open(Source.of("-", new ByteArrayInputStream(bytes)), wish);
  }

  /** Each record as its cells in brackets, or as {@code line:column CODE} when it is damaged. */
  public static List<String> rows(byte[] bytes, Wish wish) {
    var all = new ArrayList<String>();
    try (var reader = open(bytes, wish)) {
      while (reader.advance()) all.add(told(reader.row()));
    } catch (Trouble.BadInput bad) {
      for (var finding : bad.findings()) {
        all.add("! " + place(finding) + finding.problem().code());
      }
    }
    return all;
  }

  public static List<String> rows(byte[] bytes) {
    return rows(bytes, Wish.NONE);
  }

  private static String told(Row row) {
    return row.damage().map(d -> place(d) + d.problem().code()).orElseGet(() -> cells(row));
  }

  private static String place(Trouble.Finding finding) {
    var place = finding.place();
    return place.line() == 0 ? "" : place.line() + ":" + place.column() + " ";
  }

  static String cells(Row row) {
    var all = new StringBuilder();
    for (var i = 0; i < row.size(); i++) all.append('[').append(row.text(i)).append(']');
    return all.toString();
  }
}
