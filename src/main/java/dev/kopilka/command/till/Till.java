package dev.kopilka.command.till;

import dev.kopilka.command.Desk;
import dev.kopilka.ledger.Answer;
import dev.kopilka.ledger.Posting;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Event;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.AccountRows;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.KeyRows;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Posts one request and shows what it did. */
public final class Till {
  private final Desk desk;

  /** Once it is made; who has no id of their own gets one, and must not get another the next time. */
  private Optional<Request> request = Optional.empty();

  /** What attempts wrote whose commits were not answered, as far as they came. */
  private final List<Shown> tried = new ArrayList<>();

  public Till(Desk desk) {
    this.desk = desk;
  }

  private record Shown(Event event, Card card, Basics basics, long shortfall) {
    /** By the hash, which has all in it that an event is, and who recorded it when. */
    boolean isOf(Event recorded) {
      return Arrays.equals(event.hash(), recorded.hash());
    }
  }

  /**
   * Makes the request of the ledger's basics once, posts it in one transaction, shows the answer. Tried
   * again because nobody answered, it is known by its key, and what an own attempt wrote is no duplicate.
   */
  public Exit post(Function<Basics, Request> making) {
    try {
      return show(
          desk.database()
              .writeKeyed(desk.dryRun(), unit -> post(unit, (_, basics) -> once(making, basics))));
    } catch (Trouble.Storage trouble) {
      // Whoever types it again without the id would book another one.
      throw request.map(asked -> named(trouble, asked)).orElse(trouble);
    }
  }

  private static Trouble.Storage named(Trouble.Storage trouble, Request asked) {
    return new Trouble.Storage(trouble.problem().with("id", asked.key().id()), trouble);
  }

  private Request once(Function<Basics, Request> making, Basics basics) {
    if (request.isEmpty()) request = Optional.of(making.apply(basics));
    return request.get();
  }

  /** As above, for a request that is made of what the ledger holds, and perhaps changes that. */
  public Exit post(BiFunction<Unit, Basics, Request> making) {
    return show(desk.database().write(desk.dryRun(), unit -> post(unit, making)));
  }

  private Exit show(Shown shown) {
    desk.screen().showTimesIn(shown.basics.zone());
    if (shown.shortfall > 0) desk.screen().say("shortfall", Map.of("points", shown.shortfall));
    if (desk.dryRun()) desk.screen().say("dry-run");
    return desk.screen().show(shown.card);
  }

  private Shown post(Unit unit, BiFunction<Unit, Basics, Request> making) {
    var basics = Basics.load(unit);
    return switch (answer(unit, desk, making.apply(unit, basics))) {
      case Answer.Refused refused ->
          throw new Trouble.Refused(refused.refusal(), refused.problem());
      case Answer.Repeated repeated -> {
        var first = recorded(unit, repeated);
        yield own(first.event()).orElseGet(() -> shown(first, basics, "duplicate", 0));
      }
      case Answer.Recorded recorded -> {
        var post = recorded.post();
        var shown = shown(receipt(unit, post), basics, "recorded", post.shortfall());
        tried.add(shown);
        yield shown;
      }
    };
  }

  private Optional<Shown> own(Event recorded) {
    return tried.stream().filter(shown -> shown.isOf(recorded)).findFirst();
  }

  private Shown shown(Receipt receipt, Basics basics, String status, long shortfall) {
    return new Shown(receipt.event(), card(receipt, basics, status), basics, shortfall);
  }

  private Card card(Receipt receipt, Basics basics, String status) {
    return desk.screen().checked(receipt.card(basics, status));
  }

  private static Receipt receipt(Unit unit, Decision.Post post) {
    return new Receipt(
        post.event(),
        post.entries(),
        code(unit, post.event().member()),
        post.after().balance(),
        post.counterpart().map(other -> receipt(unit, other)));
  }

  private static String code(Unit unit, long member) {
    return new MemberRows(unit).byNumber(member).orElseThrow().code();
  }

  /** Posts one request within the caller's transaction. */
  public static Answer answer(Unit unit, Desk desk, Request request) {
    var posting = new Posting(unit, Versions.load(unit), pen(desk));
    return posting.post(List.of(request)).getFirst();
  }

  /** Who writes, and when. */
  public static Pen pen(Desk desk) {
    return new Pen(desk.actor(), desk.now().toEpochMilli(), new Chain());
  }

  private static Receipt recorded(Unit unit, Answer.Repeated repeated) {
    return recorded(unit, repeated.member(), repeated.event());
  }

  private static Receipt recorded(Unit unit, long member, int number) {
    var event = new EventRows(unit).find(member, number).orElseThrow();
    var other =
        event.kind().counterpart().isPresent()
            ? new KeyRows(unit).find(event.key().counterpart())
            : Optional.<KeyRows.Known>empty();
    return new Receipt(
        event,
        new EntryRows(unit).ofEvent(member, number),
        code(unit, member),
        new AccountRows(unit).load(member).balance(),
        other.map(known -> recorded(unit, known.member(), known.number())));
  }
}
