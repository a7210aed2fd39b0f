package dev.kopilka.command.pilot.result;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.pilot.TableFile;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.pilot.Arms;
import dev.kopilka.pilot.Pilot;
import dev.kopilka.pilot.result.Arm;
import dev.kopilka.pilot.result.Lookup;
import dev.kopilka.pilot.result.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Outcomes that somebody else measured: a file that names the member of a pilot of ours, or the arm
 * itself of a pilot that this ledger knows nothing of.
 */
final class FileOutcomes {
  private static final String CONTROL = "control";
  private static final int MOST = 100;

  private final Desk desk;
  private final Given given;
  private final Wish wish;

  FileOutcomes(Desk desk, Given given, Wish wish) {
    this.desk = desk;
    this.given = given;
    this.wish = wish;
  }

  List<Arm> arms() {
    given.file(ResultOptions.FILE);
    try (var table = TableFile.open(given.text(ResultOptions.FILE))) {
      var arms = given.has(ResultOptions.PILOT) ? ofPilot(table) : ofFile(table);
      table.check();
      return arms;
    }
  }

  /** The cells of a row that say what came of it. */
  private final class Cells {
    private final TableFile table;
    private final int outcome;
    private final int before;
    private final Value value = new Value(wish.isShare(), given.flag("--log"));

    Cells(TableFile table) {
      this.table = table;
      outcome = table.column(given.text("--outcome"));
      before = wish.usesBefore() ? table.column(given.text(ResultOptions.BEFORE)) : -1;
    }

    void to(Arm arm) {
      var now = read(outcome);
      var then = before < 0 ? 0 : read(before);
      if (!Double.isNaN(now) && !Double.isNaN(then)) arm.add(now, then);
    }

    private double read(int column) {
      var number = value.of(table.text(column));
      if (Double.isNaN(number)) table.bad(column, value.problem());
      return number;
    }
  }

  private List<Arm> ofPilot(TableFile table) {
    Pilot pilot = desk.database().read(unit -> Pilot.of(unit, given.text(ResultOptions.PILOT)));
    Lookup lookup = desk.database().read(unit -> Lookup.of(unit, pilot));
    var arms = empty(pilot.arms());
    var member = table.column(given.text("--member"));
    var cells = new Cells(table);
    var strangers = 0L;
    while (table.next()) {
      switch (lookup.of(table.text(member))) {
        case Lookup.Place.Dealt dealt -> cells.to(arms.get(dealt.arm()));
        case Lookup.Place.Again _ -> table.bad(member, "OUTCOME_TWICE");
        case Lookup.Place.Stranger _ -> strangers++;
      }
    }
    table.check();
    var unseen = lookup.eachUnseen(arm -> arms.get(arm).add(0, 0));
    if (strangers > 0) desk.screen().say("pilot.strangers", Map.of("rows", strangers));
    if (unseen > 0) desk.screen().say("pilot.unseen", Map.of("members", unseen));
    return arms;
  }

  private List<Arm> empty(Arms arms) {
    var empty = new ArrayList<Arm>();
    for (var arm : arms.list()) empty.add(new Arm(arm.name(), arm.weight(), wish.keeps()));
    return empty;
  }

  private List<Arm> ofFile(TableFile table) {
    var found = new TreeMap<String, Arm>();
    var order = new ArrayList<Arm>();
    if (given.has("--arms")) {
      var arms = Arms.of(given.text("--arms"));
      order.addAll(empty(arms.orElseThrow(() -> bad("ARMS_MALFORMED"))));
      for (var arm : order) found.put(arm.name(), arm);
    }
    read(table, found, order.isEmpty());
    if (!order.isEmpty()) return order;
    var control = found.remove(CONTROL);
    if (control == null || found.isEmpty()) {
      throw new Trouble.BadInput(Problem.of("CONTROL_UNTOLD").with("found", names(found)));
    }
    order.add(control);
    order.addAll(found.values());
    return order;
  }

  private static List<String> names(Map<String, Arm> arms) {
    return arms.keySet().stream().limit(MOST).toList();
  }

  private void read(TableFile table, Map<String, Arm> arms, boolean isOpen) {
    var column = table.column(given.text(ResultOptions.ARM));
    var cells = new Cells(table);
    while (table.next()) {
      var name = table.text(column);
      var isNew = !arms.containsKey(name);
      if (isNew && (!isOpen || name.isEmpty() || arms.size() == MOST)) {
        table.bad(column, "OUTCOME_OF_NO_ARM");
        continue;
      }
      cells.to(arms.computeIfAbsent(name, _ -> new Arm(name, 1, wish.keeps())));
    }
  }

  private Trouble bad(String code) {
    return new Trouble.BadInput(
        Problem.of(code).with("option", "--arms").with("found", given.text("--arms")));
  }
}
