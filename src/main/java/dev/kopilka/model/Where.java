package dev.kopilka.model;

/** Where and through whom something happened; empty texts stand for what is not known. */
public record Where(
    String channel, String store, String partner, String staff, String promoCode) {
  public static final Where UNKNOWN = new Where("", "", "", "", "");
}
