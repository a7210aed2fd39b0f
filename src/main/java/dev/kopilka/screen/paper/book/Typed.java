package dev.kopilka.screen.paper.book;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.Cell;
import dev.kopilka.screen.format.Escape;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/**
 * Puts values into cells of their type. Numbers of more digits than a spreadsheet keeps are texts,
 * since a rounded number is a wrong one. Instants are local times of the programme's zone: a cell
 * has no room for an offset.
 */
final class Typed {
  /** A spreadsheet computes in doubles and keeps fifteen digits. */
  private static final int DIGITS = 15;

  /** The longest text that Excel opens. */
  private static final int LONGEST = 32_767;

  /** The first day whose number every spreadsheet agrees on: Excel knows a 29 February 1900. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final String FORMULA = "=+-@\t\r";

  private final Worksheet sheet;
  private final ZoneId zone;

  Typed(Worksheet sheet, ZoneId zone) {
    this.sheet = sheet;
    this.zone = zone;
  }

  void heading(int column, String name) {
    sheet.inlineString(0, column, name);
    sheet.style(0, column).bold().set();
  }

  /** The value as {@code Cell.plain} gave it; what has no text leaves the cell empty. */
  void put(int row, int column, Object value) {
    // Not a switch over types, for the reason that Cell gives.
    if (value instanceof Boolean bool) sheet.value(row, column, bool);
    else if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) day(row, column, day);
    else if (value instanceof Instant instant) moment(row, column, instant);
    else if (Cell.isNumber(value)) number(row, column, new BigDecimal(Cell.text(value)));
    else text(row, column, Cell.text(value, zone));
  }

  private void number(int row, int column, BigDecimal number) {
    if (number.precision() > DIGITS) {
      text(row, column, number.toPlainString());
      return;
    }
    sheet.value(row, column, number);
    // As many decimals as the number has, or 800.00 would be shown as 800.
    if (number.scale() > 0) style(row, column, "0." + "0".repeat(number.scale()));
  }

  private void day(int row, int column, LocalDate day) {
    sheet.value(row, column, day);
    style(row, column, "yyyy-mm-dd");
  }

  private void moment(int row, int column, Instant instant) {
    sheet.value(row, column, LocalDateTime.ofInstant(instant, zone));
    style(row, column, "yyyy-mm-dd hh:mm:ss");
  }

  private void text(int row, int column, String raw) {
    // What is absent has no text, and so has a list of nothing.
    if (raw.isEmpty()) return;
    var text = literal(Escape.controls(raw));
    if (text.length() > LONGEST) {
      throw new Trouble.Usage(
          Problem.of("WORKBOOK_CELL").with("length", text.length()).with("most", LONGEST));
    }
    // Kept in the cell, not among the shared texts, which would be held in memory to the end.
    if (text.equals(text.strip())) sheet.inlineString(row, column, text);
    else sheet.inlineString(row, column, RichText.builder().run(text).end().build());
    // A text cell is no formula, and with this format it stays none when somebody edits it.
    if (FORMULA.indexOf(text.charAt(0)) >= 0) style(row, column, "@");
  }

  /** Spreadsheets read {@code _x0041_} as a character's number; its underscore is spelled out. */
  private static String literal(String text) {
    return text.contains("_x") ? text.replaceAll("_(?=x\\p{XDigit}{4}_)", "_x005F_") : text;
  }

  private void style(int row, int column, String format) {
    sheet.style(row, column).format(format).set();
  }
}
