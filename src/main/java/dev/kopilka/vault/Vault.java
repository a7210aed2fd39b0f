package dev.kopilka.vault;

/**
 * The one door through which personal columns go to the store and come back. Callers keep what it
 * gives them and never look inside, so that encryption changes nothing but this package.
 */
public interface Vault {
  /** Leaves every text as it is: the ledger's file mode is all that guards it. */
  static Vault open() {
    return OpenVault.ONLY;
  }

  /** A new member's own key, wrapped: text to be stored beside the member's personal columns. */
  String newKey();

  /** What seals and opens the columns of the member whose wrapped key this is. */
  Seal under(String wrappedKey);

  /**
   * The text by which an exact value is found again: equal values have equal keys.
   *
   * @param field the column, so that equal texts of two columns have different keys
   * @param normalised the value in its one normal form; an empty one has the empty key
   */
  String searchKey(String field, String normalised);

  /** Closes and opens the personal columns of one member. */
  interface Seal {
    String closed(String field, String plain);

    String opened(String field, String closed);
  }
}
