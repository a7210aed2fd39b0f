package dev.kopilka.command.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making the roles leaves alone what is not the ledger's, and is for few. */
class RolesOfOthersTest {
  /** Something of each sort, beside the ledger's tables and in a schema of its own. */
  private static final String OTHERS =
      """
      create table other (i int);
      create view other_seen as select i from other;
      create sequence other_number;
      create function other_one() returns int language sql as 'select 1';
      create schema shop;
      create table shop.sale (i int);
      alter table other owner to test_dbo;
      alter view other_seen owner to test_dbo;
      alter sequence other_number owner to test_dbo;
      alter function other_one() owner to test_dbo;
      alter schema shop owner to test_dbo;
      alter table shop.sale owner to test_dbo;
      grant select on other, other_seen, shop.sale to public, kopilka_app;
      grant usage on other_number to public;
      revoke execute on function other_one() from public;
      alter default privileges for role test_dbo grant select on tables to public
      """;

  private static final String RIGHTS =
      """
      select concat_ws(' ', relname, pg_get_userbyid(relowner), relacl)
      from pg_class
      where relname like 'other%' or relname = 'sale'
      union all
      select concat_ws(' ', proname, pg_get_userbyid(proowner), proacl) from pg_proc where proname like 'other%'
      union all
      select concat_ws(' ', nspname, pg_get_userbyid(nspowner), nspacl) from pg_namespace where nspname = 'shop'
      union all
      select concat_ws(' ', pg_get_userbyid(defaclrole), defaclacl) from pg_default_acl
      order by 1
      """;

  private static final String NOT_OF_THE_OWNER =
      """
      select c.relname
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'S')
        and pg_get_userbyid(c.relowner) <> 'kopilka_owner'
      order by 1
      """;

  private static final String TEMPORARY =
      "select has_database_privilege('test_dbo', current_database(), 'temporary')";

  @BeforeAll
  static void open() {
    roles(Server.running().ledger());
    Server.running().run("drop role if exists test_dbo");
    Server.running().run("create role test_dbo login");
  }

  private static Typed type(String url, String line) {
    return Typed.anywhere().with("KOPILKA_DB", url).with("KOPILKA_ACTOR", "tester").type(line);
  }

  private static void roles(String url) {
    var typed = type(url, "db migrate --roles");
    assertEquals(Exit.DONE, typed.exit(), typed.err());
  }

  private static String as(String user, String url) {
    return url.replace("user=postgres", "user=" + user);
  }

  @Test
  void whatIsOfOthersKeepsItsOwnerAndItsRights() {
    var url = Server.running().ledger();
    Disguise.run(url, OTHERS);
    var before = Disguise.texts(url, RIGHTS);
    assertEquals(7, before.size(), before.toString());
    roles(url);
    assertEquals(before, Disguise.texts(url, RIGHTS));
    assertEquals(List.of("other", "other_number", "other_seen"), Disguise.texts(url, NOT_OF_THE_OWNER));
    assertEquals(List.of("t"), Disguise.texts(url, TEMPORARY));
  }

  /** A table that the schema has and the script does not know would be one that nobody looks after. */
  @Test
  void allThatIsTheLedgersBecomesTheOwners() {
    var url = Server.running().ledger();
    assertFalse(Disguise.texts(url, NOT_OF_THE_OWNER).isEmpty());
    roles(url);
    assertEquals(List.of(), Disguise.texts(url, NOT_OF_THE_OWNER));
    assertEquals(List.of("f"), Disguise.texts(url, TEMPORARY));
    // It comes with the same list a second time, when the views are there.
    Disguise.run(url, "grant temporary on database " + Disguise.database(url) + " to public");
    roles(url);
    assertEquals(List.of("f"), Disguise.texts(url, TEMPORARY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nologin", "createdb"})
  void whoeverMayNotMakeThemIsToldWhoMay(String might) {
    var url = Server.running().ledger();
    Server.running().run("drop role if exists test_small");
    Server.running().run("create role test_small login " + might.replace("nologin", ""));
    Disguise.run(url, "grant select on all tables in schema public to test_small");
    var typed = type(as("test_small", url), "db migrate --roles -o json");
    assertEquals(Exit.STORAGE, typed.exit(), typed.err());
    assertTrue(typed.err().contains("ROLES_FORBIDDEN") && typed.err().contains("CREATEROLE"), typed.err());
    Disguise.run(url, "drop owned by test_small");
  }

  /** One who owns the database and may make roles, without being mighty in all else. */
  @Test
  void theOwnerOfTheDatabaseWithTheRightToMakeRolesMay() {
    var url = Server.running().empty();
    Server.running().run("create role test_chief login createrole");
    Server.running().run("alter database " + Disguise.database(url) + " owner to test_chief");
    Server.running().run("grant kopilka_owner to test_chief with admin option");
    var chief = as("test_chief", url);
    assertEquals(Exit.DONE, type(chief, "init").exit());
    roles(chief);
    roles(chief);
    assertEquals(List.of(), Disguise.texts(url, NOT_OF_THE_OWNER));
  }
}
