package dev.kopilka.command.member;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.member.person.Plain;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Attributes;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;

/** Gives a tier by hand, below which the member does not fall until it is released. */
public final class TierCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.argument("TIER").optional();
    syntax.flag("--release");
    syntax.option("--reason", "CODE");
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka member tier 1001 gold --reason partner-deal --id G-1");
    syntax.example("kopilka member tier 1001 --release --reason deal-over --id G-2");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var tier = given.text("TIER");
    if (tier.isEmpty() != given.flag("--release")) {
      throw new Trouble.Usage(Problem.of("TIER_OR_RELEASE"));
    }
    if (!given.has("--reason")) {
      throw new Trouble.Usage(Problem.of("OPTION_MISSING").with("option", "--reason"));
    }
    var reason = Plain.code("reason", given.text("--reason"));
    var facts =
        Facts.NONE
            .withSubject(tier)
            .withAttributes(Attributes.NONE.with("reason", reason).text());
    return new Till(desk)
        .post(basics -> new Asking(desk, given, basics).request(EventKind.TIER, facts));
  }
}
