package dev.kopilka.report;

import dev.kopilka.report.Periods.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;

/**
 * Stretches of local days that may overlap, looked at in one walk: time is cut wherever one of them
 * begins or ends, so that each is a run of whole cuts.
 */
public final class Windows {
  private final Periods cuts;
  private final List<Period> windows;
  private final int[] first;
  private final int[] last;
  private final int[][] over;

  private Windows(Periods cuts, List<Period> windows) {
    this.cuts = cuts;
    this.windows = List.copyOf(windows);
    this.first = new int[windows.size()];
    this.last = new int[windows.size()];
    var starts = new HashMap<LocalDate, Integer>();
    var ends = new HashMap<LocalDate, Integer>();
    var covering = new ArrayList<List<Integer>>();
    for (var cut = 0; cut < cuts.count(); cut++) {
      starts.put(cuts.get(cut).from(), cut);
      ends.put(cuts.get(cut).to(), cut);
      covering.add(new ArrayList<>());
    }
    for (var w = 0; w < windows.size(); w++) {
      first[w] = starts.get(windows.get(w).from());
      last[w] = ends.get(windows.get(w).to());
      for (var cut = first[w]; cut <= last[w]; cut++) covering.get(cut).add(w);
    }
    this.over = new int[cuts.count()][];
    for (var cut = 0; cut < over.length; cut++) {
      over[cut] = covering.get(cut).stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** Periods that follow on each other, each a window. */
  public static Windows of(Periods periods) {
    var windows = new ArrayList<Period>();
    for (var i = 0; i < periods.count(); i++) windows.add(periods.get(i));
    return new Windows(periods, windows);
  }

  /** Any windows, at least one. */
  public static Windows of(List<Period> windows, ZoneId zone) {
    var starts = new TreeSet<LocalDate>();
    for (var window : windows) {
      starts.add(window.from());
      starts.add(window.to().plusDays(1));
    }
    var cuts = new ArrayList<Period>();
    for (var from : starts.headSet(starts.last())) {
      cuts.add(new Period(from, starts.higher(from).minusDays(1)));
    }
    return new Windows(Periods.of(cuts, zone), windows);
  }

  Periods cuts() {
    return cuts;
  }

  public int count() {
    return windows.size();
  }

  public Period get(int window) {
    return windows.get(window);
  }

  /** The first and the last cut of a window. */
  int first(int window) {
    return first[window];
  }

  int last(int window) {
    return last[window];
  }

  /** The windows that the cut lies in. */
  int[] over(int cut) {
    return over[cut];
  }
}
