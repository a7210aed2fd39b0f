package dev.kopilka.home;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a PostgreSQL say that it is another engine, which cannot be had on the machines on which we
 * work. Only what is told and asked for is put on: what another engine can or cannot do is not,
 * except for the rules by which Citus takes a table.
 */
public final class Disguise {
  private static final String WARDROBE =
      "create schema disguise; alter database %s set search_path = public, disguise, pg_catalog;";

  private static final String SAYS =
      "create function disguise.version() returns text language sql as $$ select '%s' $$;";

  /** As far as its manual tells them: no triggers, whom it refers to first, the column in every key. */
  private static final String CITUS =
      """
      create table disguise.pg_dist_partition (
        logicalrelid regclass, partmethod "char", partkey text, colocationid int, repmodel "char");
      grant usage on schema disguise to public;
      grant select on disguise.pg_dist_partition to public;
      create table disguise.call (number int generated always as identity, said text);
      create function disguise.create_distributed_table(
        table_name regclass, distribution_column text, distribution_type text default 'hash',
        colocate_with text default 'default', shard_count int default null)
      returns void language plpgsql as $$
      begin
        if exists (select 1 from pg_trigger where tgrelid = table_name and not tgisinternal) then
          raise exception 'cannot distribute relation "%" because it has triggers', table_name;
        end if;
        if exists (
          select 1 from pg_constraint c
          where c.conrelid = table_name and c.contype = 'f'
            and not exists (select 1 from pg_dist_partition d where d.logicalrelid = c.confrelid)) then
          raise exception 'referenced table must be a distributed table or a reference table';
        end if;
        if exists (
          select 1 from pg_index x
          where x.indrelid = table_name and x.indisunique
            and not exists (
              select 1 from pg_attribute a
              where a.attrelid = table_name and a.attname = distribution_column
                and a.attnum = any (x.indkey))) then
          raise exception 'cannot create constraint on "%"', table_name;
        end if;
        if exists (select 1 from pg_dist_partition d where d.logicalrelid = table_name) then
          raise exception 'table "%" is already distributed', table_name;
        end if;
        insert into pg_dist_partition values (table_name, 'h', distribution_column, 1, 's');
        insert into disguise.call (said)
        values (table_name || ' by ' || distribution_column || ' with ' || colocate_with);
      end $$;
      create function disguise.create_reference_table(table_name regclass)
      returns void language plpgsql as $$
      begin
        insert into pg_dist_partition values (table_name, 'n', null, 2, 't');
        insert into disguise.call (said) values (table_name || ' everywhere');
      end $$;
      """;

  private Disguise() {}

  /** Puts it on the database: from the next connection on it says that it is of this version. */
  public static void says(String url, String version) {
    run(url, WARDROBE.formatted(database(url)) + SAYS.formatted(version));
  }

  /** Puts on what a Citus has, with an open ear for what it is told to do. */
  public static void asCitus(String url) {
    run(url, WARDROBE.formatted(database(url)) + CITUS);
  }

  /** What the disguised Citus was told to do, in order. */
  public static List<String> calls(String url) {
    return texts(url, "select said from disguise.call order by number");
  }

  public static String database(String url) {
    return url.replaceFirst(".*/([a-z0-9_]+)\\?.*", "$1");
  }

  public static void run(String url, String sql) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public static List<String> texts(String url, String sql) {
    var texts = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) texts.add(rows.getString(1));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return texts;
  }
}
