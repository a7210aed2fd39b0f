package dev.kopilka.segment.facts;

import dev.kopilka.model.account.Totals;
import dev.kopilka.program.Programme;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.program.privilege.TierLadder;
import dev.kopilka.program.segment.Condition.Counted;
import dev.kopilka.program.segment.Condition.Field;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.Rfm;
import dev.kopilka.segment.RfmRow;
import dev.kopilka.segment.lifecycle.StagesInTurn;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Reads what segments may ask about, member by member. Attributes, answers, stages, goods and
 * deeds are read, scores reckoned and birth dates unsealed only where somebody asks.
 */
public final class FactsReader {
  private static final Set<Field> SCORES = EnumSet.of(Field.RFM, Field.R, Field.F, Field.M);

  private final Reports reports;
  private final Scope scope;
  private final Set<Field> asked;
  private final String lowestTier;
  private final ByMember<Attribute> attributes;
  private final LongFunction<Answers> answers;
  private final LongFunction<Optional<RfmRow>> scores;
  private final LongFunction<String> stages;
  private final LongFunction<Map<Counted, Long>> times;
  private final Optional<Standing> standing;

  /**
   * What a reading is for.
   *
   * @param segments whose conditions are going to be asked
   */
  public record Scope(
      Programme programme, Collection<Segment> segments, LocalDate day, Vault vault) {
    private Set<Field> asked() {
      var asked = EnumSet.noneOf(Field.class);
      for (var segment : segments) {
        for (var condition : segment.when()) asked.add(condition.field());
      }
      return asked;
    }

    /** The conditions that count something, each once: of goods, or of all else. */
    private Set<Counted> counted(boolean isOfGoods) {
      var counted = new LinkedHashSet<Counted>();
      for (var segment : segments) {
        for (var condition : segment.when()) {
          if (condition instanceof Counted one && isOfGoods == (one.field() == Field.BOUGHT))
            counted.add(one);
        }
      }
      return counted;
    }

    private AsOf end() {
      return AsOf.endOf(day, programme.zone());
    }
  }

  private record Attribute(long member, String name, String value) {}

  public FactsReader(Unit unit, Scope scope) {
    this.reports = new Reports(unit);
    this.scope = scope;
    this.asked = scope.asked();
    this.lowestTier =
        scope
            .programme()
            .tiers()
            .map(TierLadder::levels)
            .map(levels -> levels.getFirst().code())
            .orElse("");
    this.scores = scores(unit);
    this.stages = stages(unit);
    this.times = times(unit);
    this.standing = standing(unit);
    this.attributes = new ByMember<>(attributes(), Attribute::member);
    this.answers = answers(unit);
  }

  private Iterator<Attribute> attributes() {
    if (!asked.contains(Field.ATTR)) return Collections.emptyIterator();
    return reports
        .ask("member_attributes")
        .walk(row -> new Attribute(row.number(1), row.text(2), row.text(3)));
  }

  private LongFunction<Answers> answers(Unit unit) {
    var hasWords = asked.contains(Field.ANSWER);
    if (hasWords || asked.contains(Field.SURVEY)) return new Said(unit, scope.end(), hasWords)::of;
    var nothing = new Answers();
    return _ -> nothing;
  }

  private LongFunction<Optional<RfmRow>> scores(Unit unit) {
    if (Collections.disjoint(asked, SCORES)) return _ -> Optional.empty();
    var programme = scope.programme();
    var terms = new Rfm.Asked(programme.rfm(), scope.end(), programme.currencyScale());
    return Rfm.unnamed(List.of(unit), terms).byMember();
  }

  private LongFunction<String> stages(Unit unit) {
    if (!asked.contains(Field.STAGE)) return _ -> "";
    var stages = new StagesInTurn(unit, scope.programme().lifecycle(), scope.end());
    return member -> stages.of(member).map(Stage::word).orElse("");
  }

  private LongFunction<Map<Counted, Long>> times(Unit unit) {
    var goods = scope.counted(true);
    var deeds = scope.counted(false);
    LongFunction<Map<Counted, Long>> bought =
        goods.isEmpty() ? _ -> Map.of() : new Buying(unit, goods, scope.end())::of;
    if (deeds.isEmpty()) return bought;
    var done = new Deeds(unit, deeds, scope.end());
    return member -> {
      var both = new HashMap<>(bought.apply(member));
      both.putAll(done.of(member));
      return both;
    };
  }

  /** Accounts serve where nothing was undone, which is nearly always, or where nobody asks. */
  private Optional<Standing> standing(Unit unit) {
    var isAsked = asked.contains(Field.FREQUENCY) || asked.contains(Field.RECENCY_DAYS);
    return isAsked && reports.leaveOut() ? Optional.of(new Standing(unit)) : Optional.empty();
  }

  /** Walks over the members; the walk ends with the unit. */
  public Iterator<MemberFacts> walk() {
    return reports
        .ask("member_facts")
        .with("day", scope.day().toEpochDay())
        .walk(this::facts);
  }

  private MemberFacts facts(Row row) {
    var member = row.number(1);
    var tier = row.text(5).isEmpty() ? lowestTier : row.text(5);
    var said = answers.apply(member);
    var words =
        new MemberFacts.Words(
            tier,
            stages.apply(member),
            row.text(2),
            row.text(3),
            row.text(6),
            row.text(7),
            attributesOf(member),
            said.lastWords());
    var bought =
        standing.isPresent()
            ? standing.get().of(member)
            : new Standing.Purchases(row.number(12), row.number(14));
    var last = bought.lastAt();
    return new MemberFacts(
        member,
        scope.day(),
        day(row.number(4)),
        last == 0 ? LocalDate.EPOCH : day(last),
        words,
        new MemberFacts.Points(row.number(10), row.number(11)),
        new Totals(0, 0, 0, bought.times(), row.number(13), last),
        asked.contains(Field.AGE) ? age(row.text(8), row.text(9)) : OptionalLong.empty(),
        new MemberFacts.Scores(scores.apply(member), said.last(), times.apply(member)));
  }

  private Map<String, String> attributesOf(long member) {
    var own = attributes.of(member);
    if (own.isEmpty()) return Map.of();
    var byName = new HashMap<String, String>();
    for (var attribute : own) byName.put(attribute.name(), attribute.value());
    return byName;
  }

  private OptionalLong age(String dataKey, String closed) {
    if (closed.isEmpty()) return OptionalLong.empty();
    var birth = scope.vault().under(dataKey).opened("birth_date", closed);
    if (birth.isEmpty()) return OptionalLong.empty();
    return OptionalLong.of(LocalDate.parse(birth).until(scope.day()).getYears());
  }

  private LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(scope.programme().zone()).toLocalDate();
  }
}
