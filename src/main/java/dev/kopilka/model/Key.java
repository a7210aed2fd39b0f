package dev.kopilka.model;

/**
 * The external identity of an event: the same key is the same event, for ever.
 *
 * @param source whose numbering it is, such as a till system
 * @param id the number as that source writes it; text, so that {@code 0012} stays what it is
 */
public record Key(String source, String id) implements Comparable<Key> {
  /** The source of the ids of events that undo an import: it says why they are there. */
  public static final String UNDOING = "revert";

  private static final String COUNTERPART = ".in";

  /** The key under which the same request stands with the second member whom it concerns. */
  public Key counterpart() {
    return new Key(source + COUNTERPART, id);
  }

  /**
   * How whatever refers to it names it, so that nothing else has the same name.
   *
   * @param usual source that is not said, because a reader looks it up first
   */
  public String named(String usual) {
    return source.equals(usual) ? id : source + ":" + id;
  }

  /** Whether the source is one of the ledger's own, so that nobody else may number by it. */
  public static boolean isOfLedger(String source) {
    return source.equals(UNDOING) || source.endsWith(COUNTERPART);
  }

  @Override
  public int compareTo(Key other) {
    var bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : id.compareTo(other.id);
  }
}
