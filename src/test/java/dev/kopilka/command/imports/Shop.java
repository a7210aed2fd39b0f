package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Ledgers;
import dev.kopilka.model.value.Exit;
import dev.kopilka.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A ledger with a programme and members 1, 2 and 3, and files beside it. */
public final class Shop {
  static final String PROGRAMME =
      """
      program:
        code: shop
        name: Shop
        kind: [bonus]
        currency: RUB
        timezone: Europe/Moscow
        points: { name: [point, points], scale: 0, value: "1.00", max_share_of_receipt: "100%" }
        rounding: down
        earning_base: { net_of_discount: true, exclude_part_paid_with_points: true }
        returns: { policy: to_debt, lapsed_points: lost }
      earn:
        - { code: base, on: purchase, give: { points: 1, per: "10.00" }, expire: { after: P12M } }
        - { code: visit, on: "activity:visit", give: { points: 7 } }
      activities: [{ code: visit, name: Visit }]
      rewards: [{ code: cup, name: Cup, cost: 5, stock: 3 }]
      """;

  final Path folder;
  private final String ledger;
  private Typed.Place place;

  private Shop(Path folder, String ledger) {
    this.folder = folder;
    this.ledger = ledger;
    this.place = Typed.anywhere().with("KOPILKA_DB", ledger).with("KOPILKA_ACTOR", "tester");
  }

  static Shop in(Path folder) throws IOException {
    return in(folder, PROGRAMME);
  }

  static Shop in(Path folder, String programme) throws IOException {
    Files.createDirectories(folder);
    var ledger =
        Ledgers.copied(
            folder.resolve("kopilka.db"), programme, empty -> open(new Shop(folder, empty), programme));
    var shop = new Shop(folder, ledger);
    shop.file("program.yaml", programme);
    return shop;
  }

  /** One whose ledger is at a URL, where there is nothing yet. */
  public static Shop at(Path folder, String url) throws IOException {
    var shop = new Shop(Files.createDirectories(folder), url);
    open(shop, PROGRAMME);
    return shop;
  }

  private static void open(Shop shop, String programme) throws IOException {
    assertEquals(Exit.DONE, shop.place.type("init").exit());
    var file = shop.file("program.yaml", programme);
    var applied = shop.run("program", "apply", file, "--effective", "2026-01-01");
    assertEquals(Exit.DONE, applied.exit(), applied.err());
    var members = "member,enrolled_at\n1,2026-01-01\n2,2026-01-01\n3,2026-01-01\n";
    var enrolled = shop.run("enroll", "import", shop.file("members.csv", members));
    assertEquals(Exit.DONE, enrolled.exit(), enrolled.err());
  }

  /** The same files beside another ledger, which is there. */
  Shop at(String other) {
    return new Shop(folder, Ledgers.at(folder.resolve(other)));
  }

  /** The same files beside the ledger at that URL, which is there. */
  public Shop beside(String url) {
    return new Shop(folder, url);
  }

  Shop with(String variable, String value) {
    place = place.with(variable, value);
    return this;
  }

  Shop typing(String text) {
    place = place.typing(text);
    return this;
  }

  /** Where it is typed. */
  public Typed.Place place() {
    return place;
  }

  /** Writes a file and answers its path. */
  public String file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  /** Enrols members 10 to 299 and answers a file of their purchases; each hundredth is nobody's. */
  String receipts(int count) throws IOException {
    var members = new StringBuilder("member,enrolled_at\n");
    for (var i = 10; i < 300; i++) members.append(i).append(",2026-01-01\n");
    var enrolled = run("enroll", "import", file("more.csv", members.toString()));
    assertEquals(Exit.DONE, enrolled.exit(), enrolled.err());
    var text = new StringBuilder("id,member,occurred_at,amount\n");
    for (var i = 0; i < count; i++) {
      var member = i % 100 == 2 ? 9 : 10 + i % 290;
      text.append("R-").append(i).append(',').append(member);
      text.append(",2026-11-01,").append(10 + i % 90).append('\n');
    }
    return file("r.csv", text.toString());
  }

  public String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  public Typed run(String... words) {
    return place.run(words);
  }

  public Typed json(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("-o", "json"));
    return place.run(all.toArray(new String[0]));
  }

  /** The counts of an answer: read, accepted, duplicates, rejected, points. */
  public static String counts(Typed typed) {
    return typed.out().replaceAll("(?s).*\"read\":(.*),\"seconds\".*", "$1")
        .replaceAll("\"[a-z]+\":", "");
  }

  /** From the second batch on an import breaks down. */
  void fuse() {
    if (Ledgers.areFiles()) {
      tamper(
          "create trigger fuse before update of accepted on import_run when old.read > 0"
              + " begin select raise(abort, 'KOPILKA_FUSE'); end");
      return;
    }
    tamper(
        """
        create function fuse() returns trigger language plpgsql as $$
        begin raise exception 'KOPILKA_FUSE'; end $$
        """,
        "create trigger fuse before update of accepted on import_run for each row"
            + " when (old.read > 0) execute function fuse()");
  }

  void mend() {
    tamper(Ledgers.areFiles() ? "drop trigger fuse" : "drop function fuse cascade");
  }

  /** Takes away what keeps entries as they are. */
  void unguardEntries() {
    tamper("drop trigger entry_stays" + (Ledgers.areFiles() ? "" : " on entry"));
  }

  /** Changes the ledger behind its own back. */
  void tamper(String... statements) {
    try (var database = Database.open(ledger)) {
      database.write(
          false,
          unit -> {
            for (var statement : statements) unit.query(statement).run();
            return true;
          });
    }
  }

  /** What a query answers, a row a line. */
  public List<String> ask(String sql) {
    try (var database = Database.open(ledger)) {
      return database.read(
          unit -> {
            var rows = new ArrayList<String>();
            try (var row = unit.query(sql)) {
              while (row.next()) rows.add(row.text(1));
            }
            return rows;
          });
    }
  }

  /** Changes the database behind the ledger's back. */
  void tamper(String sql) {
    try (var database = Database.open(ledger)) {
      database.write(
          false,
          unit -> {
            unit.run(sql);
            return true;
          });
    }
  }

  /** The heads of all chains: equal where everything that was ever recorded is. */
  List<String> heads() {
    return ask(
        Ledgers.areFiles()
            ? "select member || ' ' || hex(event_head) || ' ' || hex(head) from account order by member"
            : "select member || ' ' || cast(event_head as text) || ' ' || cast(head as text)"
                + " from account order by member");
  }

  /** How many events and entries there are: the same before and after what writes nothing. */
  List<String> size() {
    return ask("select (select count(*) from event) || ' ' || (select count(*) from entry)");
  }
}
