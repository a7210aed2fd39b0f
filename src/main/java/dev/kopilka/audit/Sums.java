package dev.kopilka.audit;

import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.program.ProgrammeHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the histories of all members add up to: points by rule, units by reward. */
final class Sums {
  private final Map<Integer, Set<String>> budgets = new HashMap<>();
  private final Map<String, Long> given = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();
  private final Set<String> counted = new HashSet<>();
  private int latestVersion;

  Sums(ProgrammeHistory programmes) {
    for (var version : programmes.versions()) {
      var rules = new HashSet<String>();
      for (var rule : version.programme().earn()) {
        if (rule.budget().isPresent()) rules.add(rule.code());
      }
      budgets.put(version.number(), rules);
    }
  }

  void take(Event event) {
    latestVersion = Math.max(latestVersion, event.version());
    var units = event.unitsTaken();
    if (units != 0) taken.merge(event.facts().subject(), (long) units, Long::sum);
  }

  void take(Entry entry) {
    latestVersion = Math.max(latestVersion, entry.version());
    if (entry.kind() != EntryKind.EARN) return;
    given.merge(entry.rule(), entry.points(), Long::sum);
    if (budgets.getOrDefault(entry.version(), Set.of()).contains(entry.rule())) {
      counted.add(entry.rule());
    }
  }

  /** Takes in what others of the ledger's histories add up to. */
  void add(Sums other) {
    latestVersion = Math.max(latestVersion, other.latestVersion);
    other.given.forEach((rule, points) -> given.merge(rule, points, Long::sum));
    other.taken.forEach((reward, units) -> taken.merge(reward, units, Long::sum));
    counted.addAll(other.counted);
  }

  /** Whether the rule has a budget in any version. */
  boolean hasBudget(String rule) {
    return budgets.values().stream().anyMatch(rules -> rules.contains(rule));
  }

  /** Rules that gave something while they had a budget: they must have been counted. */
  Set<String> counted() {
    return counted;
  }

  long given(String rule) {
    return given.getOrDefault(rule, 0L);
  }

  /** Units taken by reward, less those given back. */
  Map<String, Long> taken() {
    return taken;
  }

  /** The highest version that any event or entry names. */
  int latestVersion() {
    return latestVersion;
  }
}
