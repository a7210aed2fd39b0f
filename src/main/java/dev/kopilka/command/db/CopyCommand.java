package dev.kopilka.command.db;

import dev.kopilka.audit.Verdict;
import dev.kopilka.audit.Verification;
import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Database;
import dev.kopilka.store.Location;
import dev.kopilka.store.Schema;
import dev.kopilka.store.copy.Copy;
import dev.kopilka.store.copy.Copy.Copied;
import dev.kopilka.store.server.Login;
import java.util.Map;
import java.util.Optional;

/** {@code kopilka db copy FROM TO}: takes a ledger from one database into another one. */
public final class CopyCommand implements Command {
  private static final String FROM = "FROM";
  private static final String TO = "TO";

  @Override
  public void declare(Syntax syntax) {
    syntax.argument(FROM);
    syntax.argument(TO);
    syntax.writes();
    syntax
        .exits(Exit.CHECK_FAILED, Exit.STORAGE, Exit.BAD_INPUT)
        .example("kopilka db copy club.db jdbc:postgresql://db.example.org/club?user=kopilka")
        .example("kopilka db copy jdbc:postgresql://db.example.org/club backup.db");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var began = desk.clock().millis();
    var to = given.text(TO);
    var login = Location.ofBoth(given.text(FROM), to, desk.login());
    try (var source = Database.open(given.text(FROM), login)) {
      var planned = source.read(Copied::planned);
      desk.screen().checked(card(given, planned, Optional.empty(), 0));
      if (desk.dryRun()) {
        if (!Schema.isCopying(to, login)) Schema.checkVacant(to, login);
        desk.screen().say("dry-run");
        return desk.screen().show(card(given, planned, Optional.empty(), 0));
      }
      Copy.prepare(to, login);
      Copied copied;
      try (var target = Database.openForCopy(to, login)) {
        copied = copied(desk, source, target);
      }
      var verdict = verified(desk, to, login);
      var millis = desk.clock().millis() - began;
      desk.screen().show(card(given, copied, Optional.of(verdict), millis));
      desk.screen().say(verdict.isOk() ? "db.taken" : "db.taken-broken", Map.of("database", to));
      return verdict.isOk() ? Exit.DONE : Exit.CHECK_FAILED;
    }
  }

  private static Verdict verified(Desk desk, String to, Login login) {
    try (var target = Database.open(to, login);
        var bar = desk.screen().progress("audit.progress", Map.of("file", to), 0)) {
      return target.readTogether(
          target.readers(), units -> Verification.of(units, entries -> bar.at(0, entries)));
    }
  }

  private static Copied copied(Desk desk, Database source, Database target) {
    var to = Map.of("file", target.location().toString());
    try (var bar = desk.screen().progress("db.backup", to, 0);
        var _ = desk.ifInterrupted("db.copy-interrupted", to)) {
      return source.walk(unit -> Copy.of(unit, target, rows -> bar.at(0, rows)));
    }
  }

  private static Card card(Given given, Copied copied, Optional<Verdict> verdict, long millis) {
    var rows = copied.mark().rows();
    var tables = Card.of();
    rows.forEach(tables::put);
    return Card.of()
        .put("from", given.text(FROM))
        .put("to", given.text(TO))
        .put("rows", copied.rows())
        .put("resumed_after", copied.before())
        .put("members", rows.get("member"))
        .put("entries", rows.get("entry"))
        .put("points", copied.mark().points())
        .put("heads", copied.mark().heads())
        .put("verified", verdict.map(Verdict::isOk).orElse(false))
        .put("tables", tables)
        .decimal("seconds", millis, 3);
  }
}
