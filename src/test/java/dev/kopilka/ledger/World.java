package dev.kopilka.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Ledgers;
import dev.kopilka.ledger.draft.Decision.Post;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Entry;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.program.Programme;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Database;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.IdentityRows;
import dev.kopilka.store.person.IdentityRows.Kind;
import dev.kopilka.store.rows.AccountRows;
import dev.kopilka.store.rows.MemberRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A ledger of its own for one test, on a real file. Its today is 2030-01-01 until told. */
public final class World implements AutoCloseable {
  private final Database database;
  private ProgrammeHistory programmes;
  private LocalDate today = LocalDate.of(2030, 1, 1);
  private String actor = "anna";
  private long members;

  public World(Path folder, ProgrammeHistory programmes) {
    this.database = Database.open(Ledgers.created(folder.resolve("shop.db")));
    this.programmes = programmes;
  }

  private World(Database database, ProgrammeHistory programmes) {
    this.database = database;
    this.programmes = programmes;
  }

  /** A ledger that is there already. */
  public static World reopened(String location, ProgrammeHistory programmes) {
    return new World(Database.open(location), programmes);
  }

  /** One programme in force since 2020, one member M, enrolled on 2025-01-01. */
  World(Path folder, Programme programme) {
    this(folder, Rules.history(programme));
    enrol("M", "2025-01-01");
  }

  public Database database() {
    return database;
  }

  public World today(String day) {
    today = LocalDate.parse(day);
    return this;
  }

  public World actor(String actor) {
    this.actor = actor;
    return this;
  }

  /** A later version of the programme comes into force. */
  World apply(ProgrammeHistory programmes) {
    this.programmes = programmes;
    return this;
  }

  public long enrol(String code, String day) {
    return enrol(List.of(code), day);
  }

  /** Enrols them all and answers the number of the last one. */
  public long enrol(List<String> codes, String day) {
    var at = Ask.noon(LocalDate.parse(day));
    return write(
        unit -> {
          var rows = new MemberRows(unit);
          var identities = new IdentityRows(unit);
          for (var code : codes) {
            var number = ++members;
            rows.add(new Member(number, code, MemberStatus.ACTIVE, at, "", "", "", "", ""), 0);
            identities.add(Kind.CODE, code, number);
          }
          rows.flush();
          identities.flush();
          return members;
        });
  }

  void status(String code, MemberStatus status) {
    write(
        unit -> {
          var rows = new MemberRows(unit);
          rows.setStatus(rows.byCode(code).orElseThrow().number(), status);
          return true;
        });
  }

  public <T> T write(Function<Unit, T> work) {
    return database.write(false, work);
  }

  public Pen pen() {
    return new Pen(actor, Ask.noon(today), new Chain());
  }

  public List<Answer> post(List<Request> requests) {
    return database.writeKeyed(false, unit -> new Posting(unit, programmes, pen()).post(requests));
  }

  Answer answer(Request request) {
    return post(List.of(request)).getFirst();
  }

  /** Posts what must not be refused. */
  Post post(Request request) {
    var answer = answer(request);
    if (answer instanceof Answer.Recorded recorded) return recorded.post();
    throw new AssertionError("not recorded: " + answer);
  }

  /** Posts several, none of which may be refused, each in a transaction of its own. */
  World all(Request... requests) {
    for (var request : requests) post(request);
    return this;
  }

  /** The day's close up to the beginning of the day. */
  public List<Entry> close(String day) {
    var entries = new ArrayList<Entry>();
    var last = 0L;
    do {
      var after = last;
      var done =
          write(unit -> new Close(unit, programmes, pen()).upTo(LocalDate.parse(day), after, 100));
      entries.addAll(done.entries());
      last = done.last();
    } while (last != 0);
    return entries;
  }

  Account account() {
    return account(1);
  }

  public Account account(long member) {
    return accounts(List.of(member)).getFirst();
  }

  public List<Account> accounts(List<Long> members) {
    return database.read(
        unit -> {
          var rows = new AccountRows(unit);
          return members.stream().map(rows::load).toList();
        });
  }

  /** Checks what the member has on the day. */
  World has(String day, long available, long pending, long held, long debt) {
    var account = account();
    var on = LocalDate.parse(day);
    assertEquals(
        List.of(available, pending, held, debt),
        List.of(account.available(on), account.pending(on), account.held(), account.debt()),
        "available, pending, held, debt");
    return this;
  }

  World has(String day, long available) {
    return has(day, available, 0, 0, 0);
  }

  @Override
  public void close() {
    database.close();
  }
}
