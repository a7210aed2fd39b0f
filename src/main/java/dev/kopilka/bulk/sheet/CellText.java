package dev.kopilka.bulk.sheet;

/**
 * One cell as text: what it says it is, how it is styled and what stands in it come in one after the
 * other, and the text is what a field's reader takes.
 */
final class CellText {
  /** Stands for a formula whose value nobody has stored; it is refused where it is read. */
  static final String NOT_CALCULATED = "#NOT-CALCULATED!";

  private final Texts texts;
  private final Styles styles;
  private final boolean from1904;
  private final String mark;
  private String type = "";
  private int style;
  private String raw = "";
  private boolean valued;
  private boolean formula;

  /**
   * @param mark what stands before decimals, as typed
   */
  CellText(Texts texts, Styles styles, boolean from1904, String mark) {
    this.texts = texts;
    this.styles = styles;
    this.from1904 = from1904;
    this.mark = mark;
  }

  void begin(String type, int style) {
    this.type = type;
    this.style = style;
    raw = "";
    valued = false;
    formula = false;
  }

  void value(String text) {
    raw = text;
    valued = true;
  }

  void formula() {
    formula = true;
  }

  /** Whether a cell that names a shared text names one that is there. */
  boolean isSound() {
    return !type.equals("s") || raw.isEmpty() || texts.has(index());
  }

  boolean isNumber() {
    return (type.isEmpty() || type.equals("n")) && !styles.isDate(style);
  }

  String text() {
    if (!valued) return formula ? NOT_CALCULATED : "";
    if (raw.isEmpty()) return "";
    return switch (type) {
      case "s" -> texts.get(index());
      case "b" -> raw.equals("1") ? "true" : raw.equals("0") ? "false" : raw;
      case "str" -> RichText.unescaped(raw);
      case "", "n" -> number();
      // What is left speaks for itself: inline texts, days in ISO form, errors such as #REF!.
      default -> raw;
    };
  }

  private String number() {
    return styles.isDate(style) ? Serial.iso(raw, from1904) : Numeral.plain(raw, mark);
  }

  private int index() {
    var isNumber = raw.length() <= 9 && raw.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(raw) : -1;
  }
}
