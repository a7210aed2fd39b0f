package dev.kopilka.command.report;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.OpenPoints;
import dev.kopilka.report.OpenPoints.By;
import dev.kopilka.report.OpenPoints.Group;
import dev.kopilka.report.Worth;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import java.util.Locale;

/** {@code kopilka report expiry}: how many points lapse when, and how many members lose them. */
public final class ExpiryCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.option("--by", "PERIOD").among("month", "day").defaultsTo("month");
    syntax.option("--as-of", "DATE");
    syntax
        .exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.STORAGE)
        .example("kopilka report expiry")
        .example("kopilka report expiry --by day -o csv");
  }

  private record Answer(OpenPoints open, Books books) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var by = By.valueOf(given.text("--by").toUpperCase(Locale.ROOT));
    Answer answer = desk.database().read(unit -> answer(unit, desk, given, by));
    var books = answer.books;
    new Truth(desk, books.zone()).say(books.day());
    books.sayLapsed(desk, answer.open.lapsed());
    var worth = new Worth(books.programme());
    var sheet = Sheet.of(answer.open.groups());
    var day = by == By.MONTH ? "first_expires_on" : "expires_on";
    if (by == By.MONTH) sheet.column("month", group -> Month.of(group.first()));
    return desk.screen()
        .show(
            sheet
                .picture(Picture.columns(by == By.MONTH ? "month" : day, "points"))
                .column(day, Group::first)
                .decimal("points", Group::points, books.scale())
                .decimal("pending", Group::pending, books.scale())
                .column("members", Group::members)
                .column("value", group -> worth.of(group.points())));
  }

  private static Answer answer(Unit unit, Desk desk, Given given, By by) {
    var books = Books.of(unit, desk, given);
    var open =
        given.has("--as-of")
            ? OpenPoints.at(unit, books.end(), books.day(), by)
            : OpenPoints.now(unit, books.day(), by);
    return new Answer(open, books);
  }
}
