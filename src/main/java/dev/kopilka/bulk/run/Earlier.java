package dev.kopilka.bulk.run;

/**
 * An earlier run over a file of the same name that did not come to its end.
 *
 * @param run its number; 0 where there is none
 */
public record Earlier(What what, long run) {
  /** What it means for the run at hand. */
  public enum What {
    NONE,
    /** The same file, read in the same way: this is that run, which goes on. */
    CONTINUED,
    /** The file has other content now, so the earlier run is left as it is. */
    FILE_CHANGED,
    /** The same content is read in another way now: another kind of mapping, source or mark. */
    READ_OTHERWISE
  }

  static final Earlier NONE = new Earlier(What.NONE, 0);
}
