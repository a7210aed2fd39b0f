package dev.kopilka.command.segment;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.Truth;
import dev.kopilka.member.Revision;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.screen.Cell;
import dev.kopilka.screen.Sheet;
import dev.kopilka.segment.outreach.Action;
import dev.kopilka.segment.outreach.Actions;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.ContactRows;
import dev.kopilka.store.person.ContactRows.Contact;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.store.rows.SettingRows;
import dev.kopilka.vault.Mask;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** {@code kopilka segment actions}: what to say to each member of some segments, for a mailer to send. */
public final class ActionsCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("SEGMENT").optional().many();
    syntax.flag("--record");
    syntax.flag("--reveal");
    syntax
        .writes()
        .exits(Exit.NOT_FOUND)
        .example("kopilka segment actions")
        .example("kopilka segment actions sleeping --record --reveal -o csv");
  }

  /** What was typed, and the one moment of the run. */
  private record Asked(
      Desk desk, List<String> codes, boolean isRecorded, boolean isRevealed, Instant now) {
    Actions.Wish wish(Runs runs, boolean isOfRecord) {
      return new Actions.Wish(
          runs.programme(), runs.someOrAll(codes), now, desk.vault(), isOfRecord);
    }

    /** Which segments, for the log; "" for all of them. */
    String subject() {
      return String.join(",", codes);
    }
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var asked =
        new Asked(
            desk,
            given.list("SEGMENT"),
            given.flag("--record"),
            given.flag("--reveal"),
            desk.now());
    desk.screen().checked(sheet(Collections.emptyIterator(), asked.isRevealed));
    if (asked.isRecorded) desk.database().write(desk.dryRun(), unit -> record(unit, asked));
    if (asked.isRevealed) desk.database().write(false, unit -> reveal(unit, asked));
    if (desk.dryRun()) desk.screen().say("dry-run");
    return desk.database().walk(unit -> show(unit, asked));
  }

  /** Keeps what is handed out, so that nobody is handed out too often. */
  private static boolean record(Unit unit, Asked asked) {
    // Two at once would not see each other's messages, and say both.
    new SettingRows(unit).hold(SettingRows.SPEAKING);
    var actions = new Actions(unit, asked.wish(new Runs(unit), false));
    var rows = new ContactRows(unit);
    var count = 0L;
    while (actions.hasNext()) {
      rows.add(contact(actions.next(), asked));
      count++;
    }
    rows.flush();
    log(unit, asked, "actions=" + count);
    return true;
  }

  private static Contact contact(Action action, Asked asked) {
    return new Contact(
        action.member(),
        asked.now.toEpochMilli(),
        action.message().code(),
        action.channel().code(),
        action.segment().code());
  }

  private static void log(Unit unit, Asked asked, String details) {
    var at = asked.now.toEpochMilli();
    var actor = asked.desk.actor();
    new LogRows(unit)
        .add(new LogRows.Line(0, at, actor, "segment actions", asked.subject(), details));
  }

  private static boolean reveal(Unit unit, Asked asked) {
    // A slip of the hand looks at nobody.
    new Runs(unit).someOrAll(asked.codes);
    new Revision(unit, asked.desk.vault(), new Revision.By(asked.desk.actor(), asked.now))
        .reveal("segment actions", "", asked.codes.isEmpty() ? "every segment" : "segment=" + asked.subject());
    return true;
  }

  private static Exit show(Unit unit, Asked asked) {
    var runs = new Runs(unit);
    var screen = asked.desk.screen();
    var segments = runs.someOrAll(asked.codes);
    new Truth(asked.desk, runs.programme().zone()).say(asked.now);
    for (var segment : segments) sayRun(asked.desk, runs, segment);
    var actions =
        new Actions(unit, asked.wish(runs, asked.isRecorded && !asked.desk.dryRun()));
    var exit = screen.show(sheet(actions, asked.isRevealed));
    screen.say(
        "segment.silent",
        Map.of(
            "members", actions.members(),
            "left", actions.left(),
            "soon", actions.tooSoon(),
            "reach", actions.outOfReach(),
            "unmeant", actions.unmeant()));
    return exit;
  }

  private static void sayRun(Desk desk, Runs runs, Segment segment) {
    var ranAt = runs.lastOf(segment);
    if (ranAt.isEmpty()) {
      desk.screen().say("segment.never-run", Map.of("segment", segment.code()));
    } else {
      var at = Cell.text(ranAt.get(), runs.programme().zone());
      desk.screen().say("segment.run-at", Map.of("segment", segment.code(), "at", at));
    }
  }

  private static Sheet<Action> sheet(Iterator<Action> actions, boolean isRevealed) {
    return Sheet.of(actions)
        .column("member", Action::code)
        .column("message", action -> action.message().code())
        .column("name", action -> action.message().name())
        .column("channel", action -> action.channel().code())
        .column("contact", action -> isRevealed ? action.contact() : masked(action))
        .column("reward", action -> action.message().reward())
        .column("reason", Action::reason);
  }

  private static String masked(Action action) {
    return switch (action.channel().contact()) {
      case EMAIL -> Mask.email(action.contact());
      case PHONE -> Mask.phone(action.contact());
      case NONE -> "";
    };
  }
}
