package dev.kopilka.store.copy;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Database;
import dev.kopilka.store.Location;
import dev.kopilka.store.Schema;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.SettingRows;
import dev.kopilka.store.server.Login;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A copy on its way. The target says in its settings how far it is; as long as it does nothing else
 * opens it. Whoever starts the same copy again goes on there, if the source is what it was.
 */
public final class Copy {
  private static final int BATCH = 10_000;
  private static final String AT = "copy_at";
  private static final String OF = "copy_of";
  private static final String DONE = "copy_rows";
  /** Without the marks of what is on its way: see Marked. */
  private static final String SETTINGS =
      "select name, value from setting where name <> 'schema' and name not like 'unit:%'";
  private static final String FORGET = "delete from setting where name in (?, ?, ?)";

  private final Unit source;
  private final Database target;
  private final LongConsumer progress;
  private final Mark mark;
  private long copied;

  private Copy(Unit source, Database target, LongConsumer progress) {
    this.source = source;
    this.target = target;
    this.progress = progress;
    this.mark = Mark.of(source);
  }

  /**
   * What came of it.
   *
   * @param rows in all tables
   * @param before so many of them an earlier attempt had copied
   */
  public record Copied(Mark mark, long rows, long before) {
    /** What a copy of the ledger would come to. */
    public static Copied planned(Unit source) {
      var mark = Mark.of(source);
      return new Copied(mark, mark.all(), 0);
    }
  }

  /**
   * Copies what the unit sees into a target that was opened for it; throws where the source has
   * changed since the copy was begun, or the copy is not the same.
   */
  public static Copied of(Unit source, Database target, LongConsumer progress) {
    var copy = new Copy(source, target, progress);
    var place = copy.begin();
    var before = copy.copied;
    target.enlarge();
    copy.tables(place);
    copy.compare();
    target.write(false, copy::end);
    return new Copied(copy.mark, copy.copied, before);
  }

  private CopyPlace begin() {
    return target.write(
        false,
        unit -> {
          var settings = new SettingRows(unit);
          var of = settings.get(OF);
          if (of.isPresent() && !of.get().equals(mark.text())) throw trouble("COPY_SOURCE_CHANGED");
          settings.put(OF, mark.text());
          copied = settings.get(DONE).map(Long::parseLong).orElse(0L);
          return settings.get(AT).map(CopyPlace::of).orElse(CopyPlace.FIRST);
        });
  }

  private void tables(CopyPlace start) {
    var place = start;
    while (place.table() < CopiedTable.ALL.size()) {
      var table = CopiedTable.ALL.get(place.table());
      var rows = table.after(source, place.key(), BATCH);
      var next =
          rows.size() < BATCH
              ? CopyPlace.at(place.table() + 1)
              : new CopyPlace(place.table(), table.key(rows.getLast()));
      var done = copied + rows.size();
      target.write(
          false,
          unit -> {
            table.add(unit, rows);
            var settings = new SettingRows(unit);
            settings.put(AT, next.text());
            settings.put(DONE, String.valueOf(done));
            return true;
          });
      copied = done;
      place = next;
      progress.accept(copied);
    }
  }

  private void compare() {
    var there = target.read(Mark::of);
    if (there.text().equals(mark.text())) return;
    throw new Trouble.CheckFailed(
        Problem.of("COPY_DIFFERS").with("database", target.location().toString()));
  }

  private Trouble trouble(String code) {
    return new Trouble.Storage(
        Problem.of(code).with("database", target.location().toString()), null);
  }

  /** With its own number of the schema the target becomes a ledger. */
  private boolean end(Unit unit) {
    var settings = new SettingRows(unit);
    settings().forEach(settings::put);
    unit.query(FORGET).set(1, AT).set(2, OF).set(3, DONE).run();
    settings.put(SettingRows.SCHEMA, String.valueOf(Database.SCHEMA));
    return true;
  }

  private Map<String, String> settings() {
    var all = new HashMap<String, String>();
    try (var row = source.query(SETTINGS)) {
      while (row.next()) all.put(row.text(1), row.text(2));
    }
    return all;
  }

  /** Makes a place ready to be copied into, if nothing or a copy that was broken off is there. */
  public static void prepare(String location, Login login) {
    if (Schema.isCopying(location, login)) return;
    Schema.create(location, login);
    try (var target = Database.openForCopy(location, login)) {
      target.write(false, unit -> reserve(unit, target.location()));
    }
  }

  /** From now on nobody but a copy opens it, until it is whole. */
  private static boolean reserve(Unit unit, Location where) {
    // Somebody may have begun to use it just now.
    if (Mark.of(unit).all() > 0) throw where.trouble("DATABASE_EXISTS");
    new SettingRows(unit).put(SettingRows.SCHEMA, Schema.COPY);
    return true;
  }
}
