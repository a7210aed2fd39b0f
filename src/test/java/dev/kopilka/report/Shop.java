package dev.kopilka.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.value.Exit;
import dev.kopilka.app.Typed;
import dev.kopilka.home.Ledgers;
import dev.kopilka.ledger.Answer;
import dev.kopilka.ledger.Close;
import dev.kopilka.ledger.Posting;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.member.Intake;
import dev.kopilka.member.enrolment.Admission.Gate;
import dev.kopilka.member.enrolment.Form;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.program.Programme;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.program.yaml.ProgrammeReader;
import dev.kopilka.store.Database;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.ProgrammeRows;
import dev.kopilka.vault.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A ledger on a file with a programme in force since 1990, for whoever reads reports of it. */
public final class Shop implements AutoCloseable {
  /** A point for each ten dollars, good for a year; pending for two weeks. */
  public static final String PROGRAMME =
      """
      program:
        code: shop
        name: Shop
        kind: [bonus]
        currency: USD
        timezone: Europe/Moscow
        points: { name: [point, points], value: "0.05" }
        earning_base: { net_of_discount: true, exclude_part_paid_with_points: true }
        returns: { policy: to_debt, lapsed_points: lost }
      activities:
        - { code: visit, name: Visit }
      earn:
        - code: base
          on: purchase
          give: { points: 1, per: "10.00" }
          hold: P14D
          expire: { after: P12M, round_to: month_end }
      """;

  private static final LocalDate START = LocalDate.of(1990, 1, 1);

  private final Path folder;
  private final Database database;
  private final List<Request> waiting = new ArrayList<>();
  private ProgrammeHistory programmes;

  public Shop(Path folder, String programme) {
    this.folder = folder;
    database = Database.open(Ledgers.created(folder.resolve("kopilka.db")));
    var stored =
        new ProgrammeRows.Stored(1, START, "director", "", "", millis(START), programme);
    write(
        unit -> {
          new ProgrammeRows(unit).add(stored);
          Basics.of(ProgrammeReader.read("test", programme)).save(unit);
          programmes = Versions.load(unit);
          return true;
        });
  }

  public Programme programme() {
    return programmes.latest().orElseThrow().programme();
  }

  public ZoneId zone() {
    return programme().zone();
  }

  public <T> T read(Function<Unit, T> work) {
    return database.read(work);
  }

  public <T> T write(Function<Unit, T> work) {
    return database.write(false, work);
  }

  /** Noon of the day. */
  public long millis(LocalDate day) {
    return day.atTime(12, 0).atZone(ZoneId.of("Europe/Moscow")).toInstant().toEpochMilli();
  }

  /** Enrols a member at the beginning of a day; more columns as name and text by turns. */
  public void enrol(String code, LocalDate day, String... columns) {
    var since = day.atStartOfDay(zone()).toInstant();
    var form = new Form(day).put("member", code).enrolledAt(since);
    for (var i = 0; i < columns.length; i += 2) form.put(columns[i], columns[i + 1]);
    write(unit -> new Intake(unit, Vault.open()).enrol(List.of(form.enrolment()), since, Gate.OPEN));
  }

  /** Keeps a purchase until the next {@link #post}. */
  public void buy(String member, String id, LocalDate day, long amount) {
    ask(EventKind.PURCHASE, member, id, day, Facts.NONE.withAmount(amount));
  }

  /** Keeps a request until the next {@link #post}. */
  public void ask(EventKind kind, String member, String id, LocalDate day, Facts facts) {
    waiting.add(
        new Request(kind, new Key(kind.defaultSource(), id), member, millis(day), facts));
  }

  /** Posts what was kept, recorded at noon of the day; answers those that were refused. */
  public List<Answer> post(LocalDate day) {
    var requests = List.copyOf(waiting);
    waiting.clear();
    var answers = write(unit -> new Posting(unit, programmes, pen(day)).post(requests));
    return answers.stream().filter(Answer.Refused.class::isInstance).toList();
  }

  /** Closes the days up to the given one. */
  public void settle(LocalDate day) {
    write(unit -> new Close(unit, programmes, pen(day)).upTo(day, 0, Integer.MAX_VALUE));
  }

  private Pen pen(LocalDate day) {
    return new Pen("tester", millis(day), new Chain());
  }

  /** Where commands are typed about this ledger, at noon of the day. */
  public Typed.Place at(LocalDate day) {
    var noon = Instant.ofEpochMilli(millis(day)).toString();
    return Typed.Place.in(folder).with("KOPILKA_CLOCK", noon);
  }

  @Override
  public void close() {
    database.close();
  }

  /** What a line that goes well answers on that day. */
  public Typed done(LocalDate day, String line) {
    var typed = at(day).type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }
}
