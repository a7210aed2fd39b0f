package dev.kopilka.program.segment;

import java.util.List;

/** A name for scores: the segment of those whose three scores lie in the three bands. */
public record RfmName(String segment, Band r, Band f, Band m) {
  /** Scores from least to most, both included, from 1 to 5. */
  public record Band(int least, int most) {
    public static final Band ANY = new Band(1, 5);

    public Band {
      if (least < 1 || most > 5 || least > most)
        throw new IllegalArgumentException("band " + least + "-" + most);
    }

    public boolean covers(int score) {
      return score >= least && score <= most;
    }
  }

  public boolean covers(int r, int f, int m) {
    return this.r.covers(r) && this.f.covers(f) && this.m.covers(m);
  }

  /**
   * The ten names that practice gives to recency and frequency; they cover every score once, and
   * leave money to the reader.
   */
  public static final List<RfmName> CLASSICAL =
      List.of(
          by("champions", 5, 5, 4, 5),
          by("cant_lose", 1, 2, 5, 5),
          by("at_risk", 1, 2, 3, 4),
          by("hibernating", 1, 2, 1, 2),
          by("need_attention", 3, 3, 3, 3),
          by("loyal", 3, 4, 4, 5),
          by("about_to_sleep", 3, 3, 1, 2),
          by("promising", 4, 4, 1, 1),
          by("new", 5, 5, 1, 1),
          by("potential_loyal", 4, 5, 2, 3));

  private static RfmName by(String segment, int r1, int r2, int f1, int f2) {
    return new RfmName(segment, new Band(r1, r2), new Band(f1, f2), Band.ANY);
  }
}
