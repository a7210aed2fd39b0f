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
          by("champions", new Band(5, 5), new Band(4, 5)),
          by("cant_lose", new Band(1, 2), new Band(5, 5)),
          by("at_risk", new Band(1, 2), new Band(3, 4)),
          by("hibernating", new Band(1, 2), new Band(1, 2)),
          by("need_attention", new Band(3, 3), new Band(3, 3)),
          by("loyal", new Band(3, 4), new Band(4, 5)),
          by("about_to_sleep", new Band(3, 3), new Band(1, 2)),
          by("promising", new Band(4, 4), new Band(1, 1)),
          by("new", new Band(5, 5), new Band(1, 1)),
          by("potential_loyal", new Band(4, 5), new Band(2, 3)));

  private static RfmName by(String segment, Band r, Band f) {
    return new RfmName(segment, r, f, Band.ANY);
  }
}
