package dev.kopilka.command.imports;

import dev.kopilka.bulk.Booking;
import dev.kopilka.bulk.LedgerBooking;
import dev.kopilka.bulk.MemberBooking;
import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.Trade;
import dev.kopilka.bulk.form.Context;
import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.form.Forms;
import dev.kopilka.bulk.form.MemberForm;
import dev.kopilka.command.Given;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.vault.Vault;
import java.time.Instant;

/** Makes of a table what the ledger or the registry takes. */
record Making(Rules rules, Table table, Given given, String actor) {

  /** Of rows of members: enrolments. */
  Trade<Enrolment> members() {
    return new Trade<>() {
      @Override
      public Form<Enrolment> form(long startedAt) {
        return new MemberForm(table.binding(), context(startedAt));
      }

      @Override
      public Booking<Enrolment> booking(long startedAt) {
        return new MemberBooking(Vault.open(), rules.programmes(), pen(startedAt));
      }
    };
  }

  /** Of rows of any other kind: requests for the ledger. */
  Trade<Request> events() {
    return new Trade<>() {
      @Override
      public Form<Request> form(long startedAt) {
        return Forms.events(table.binding(), context(startedAt));
      }

      @Override
      public Booking<Request> booking(long startedAt) {
        return new LedgerBooking(rules.programmes(), pen(startedAt));
      }
    };
  }

  Context context(long startedAt) {
    var mark = Options.decimal(given);
    return new Context(
        rules.basics(), mark, given.sourceOr(""), Instant.ofEpochMilli(startedAt));
  }

  private Pen pen(long startedAt) {
    return new Pen(actor, startedAt, new Chain());
  }
}
