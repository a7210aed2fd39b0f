package dev.kopilka.segment.portrait;

import dev.kopilka.program.outreach.Outreach;
import dev.kopilka.program.privilege.TierLadder;
import dev.kopilka.program.privilege.TierLevel;
import dev.kopilka.segment.portrait.Drawing.Of;
import dev.kopilka.segment.portrait.Drawing.Place;
import dev.kopilka.segment.portrait.count.Cells;
import dev.kopilka.segment.portrait.count.Count;
import dev.kopilka.segment.portrait.count.Count.Group;
import dev.kopilka.segment.portrait.count.Means;
import java.util.List;
import java.util.TreeMap;

/** Everything that is counted for a portrait, and in which order it is told. */
final class Board {
  private static final List<String> GENDERS = List.of("f", "m", "x");
  private static final int PROMOTER = 900;
  private static final int PASSIVE = 700;

  private final Sitting sitting;
  private final Count members = new Count();
  private final Cells bands = new Cells();
  private final Means years = new Means();
  private final Cells genders = new Cells();
  private final Cells cities = new Cells();
  private final Basket basket = new Basket();
  private final Rhythm rhythm = new Rhythm();
  private final Cells activities = new Cells();
  private final Cells redeemers = new Cells();
  private final Cells rewards = new Cells();
  private final Cells tiers = new Cells();
  private final Means enrolledDays = new Means();
  private final Means available = new Means();
  private final Means nps = new Means();
  private final TreeMap<String, Means> surveys = new TreeMap<>();
  private final Cells consents = new Cells();
  private final Cells reachable = new Cells();

  Board(Sitting sitting) {
    this.sitting = sitting;
  }

  Count members() {
    return members;
  }

  void take(Face face, Doings doings) {
    var group = face.group();
    members.add(group, 1);
    person(group, face.words());
    bands.put(group, face.band());
    face.age().ifPresent(age -> years.add(group, age));
    enrolledDays.add(group, face.enrolledDays());
    available.add(group, face.available());
    basket.take(group, doings);
    rhythm.take(group, doings);
    response(group, doings);
  }

  private void person(Group group, Face.Words words) {
    genders.put(group, words.gender());
    cities.put(group, words.city());
    if (sitting.programme().tiers().isPresent()) tiers.put(group, words.tier());
    consents.mark(group, words.consents());
    reachable.mark(group, outreach().channelsTo(words.consents(), words.contacts()));
  }

  private Outreach outreach() {
    return sitting.programme().outreach();
  }

  private void response(Group group, Doings doings) {
    activities.mark(group, doings.kindsOfActivities());
    var kinds = doings.kindsOfRewards();
    redeemers.put(group, Drawing.word(!kinds.isEmpty()));
    rewards.mark(group, kinds);
    doings
        .answers
        .last()
        .forEach(
            (survey, score) -> {
              if (survey.equals(sitting.terms().nps())) nps.add(group, opinion(score));
              else surveys.computeIfAbsent(survey, _ -> new Means()).add(group, score);
            });
  }

  /** For us, neither, against us (Reichheld 2003): 9 and 10, 7 and 8, 0 to 6. */
  private static long opinion(long score) {
    if (score >= PROMOTER) return 1;
    return score >= PASSIVE ? 0 : -1;
  }

  List<Line> lines() {
    var drawing = new Drawing(sitting.terms());
    demographics(drawing);
    basket.consumption(drawing, sitting.programme().currencyScale());
    rhythm.draw(drawing);
    basket.preferences(drawing);
    drawing.flags(new Place(Section.PREFERENCES, "activity"), activities);
    drawing.yes(new Place(Section.MOTIVATION, "redeemers"), redeemers, Of.MEMBERS);
    drawing.flags(new Place(Section.MOTIVATION, "reward"), rewards);
    basket.payment(drawing);
    loyalty(drawing);
    drawing.flags(new Place(Section.REACH, "consent"), consents);
    drawing.flags(new Place(Section.REACH, "reachable"), reachable);
    return drawing.lines();
  }

  private void demographics(Drawing drawing) {
    drawing.size(members);
    drawing.partition(new Place(Section.DEMOGRAPHICS, "age"), bands, Of.MEMBERS, Face.BANDS);
    drawing.mean(new Place(Section.DEMOGRAPHICS, "age_years"), years, 0);
    drawing.partition(new Place(Section.DEMOGRAPHICS, "gender"), genders, Of.MEMBERS, GENDERS);
    drawing.partition(new Place(Section.DEMOGRAPHICS, "city"), cities, Of.MEMBERS, List.of());
  }

  private void loyalty(Drawing drawing) {
    var levels = sitting.programme().tiers().map(TierLadder::levels).orElse(List.of());
    var order = levels.stream().map(TierLevel::code).toList();
    drawing.partition(new Place(Section.LOYALTY, "tier"), tiers, Of.MEMBERS, order);
    drawing.mean(new Place(Section.LOYALTY, "enrolled_days"), enrolledDays, 0);
    var scale = sitting.programme().points().scale();
    drawing.mean(new Place(Section.LOYALTY, "available"), available, scale);
    drawing.nps(new Place(Section.LOYALTY, "nps"), sitting.terms().nps(), nps);
    var place = new Place(Section.LOYALTY, "survey");
    surveys.forEach((survey, scores) -> drawing.survey(place, survey, scores));
  }
}
