-- Who may do what with a ledger on a server?
-- Four roles without a login of their own; users are made members of them: grant kopilka_app to till.
-- The owner changes the schema. The application books: it may add to the ledger and change nothing there.
-- The auditor reads all but personal data. The consultant reads columns that name nobody.
-- Of the registry of identities the auditor, who finds members by their codes, sees the codes alone.
-- The consultant sees neither the ids of events, which for enrolments are codes, nor what events are about, which
-- for transfers and merges is the other member's code. Of the settings only who books sees the key of the pilots.
-- Only what is the ledger's own is touched: tables and views of others, and those of extensions, keep their owners and
-- rights, wherever in the database they are. The schema is the ledger's (init takes none in which there is anything):
-- whoever may create there could put a function in the way of ours.
do $$
declare
  ours constant text[] := array[
    'setting', 'programme', 'member', 'person', 'attribute', 'identity', 'event', 'entry', 'draw', 'event_key', 'note',
    'account', 'lot', 'hold', 'standing', 'budget', 'stock', 'waiting', 'segment_member', 'contact', 'log', 'import_run',
    'pilot', 'pilot_member', 'pilot_decision', 'schema_history'];
  views constant text[] := array['event_returned', 'event_undone', 'member_place'];
  asked text := 'member';
  name text;
begin
  foreach name in array array['kopilka_owner', 'kopilka_app', 'kopilka_auditor', 'kopilka_consultant'] loop
    if not exists (select 1 from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
      -- From version 16 on whoever makes a role may hand it out, and is no more than that by it.
      asked := 'usage';
    end if;
  end loop;
  if not pg_has_role(current_user, 'kopilka_owner', asked) then
    execute format('grant kopilka_owner to %I', current_user);
  end if;
  -- The database may be shared, as the schema may not: temporary tables stay with others who live in it.
  if not exists (
    select 1
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'crdb_internal')
      and not (c.relnamespace = cast(current_schema() as regnamespace) and c.relname = any (ours || views))
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  ) then
    execute format('revoke temporary on database %I from public', current_database());
  end if;
  execute format('revoke create on schema %I from public', current_schema());
  execute format('grant usage, create on schema %I to kopilka_owner', current_schema());
  execute format('grant usage on schema %I to kopilka_app, kopilka_auditor, kopilka_consultant', current_schema());
  for name in select tablename from pg_tables where schemaname = current_schema() and tablename = any (ours) loop
    execute format('alter table %I owner to kopilka_owner', name);
    execute format('revoke all on %I from public, kopilka_app, kopilka_auditor, kopilka_consultant', name);
  end loop;
  alter function kopilka_append_only() owner to kopilka_owner;
end $$;

-- Which purchase each return is of, and which events count nowhere since an import was undone, told by numbers: the
-- consultant's reports need that, and it stands in ids. Said as in store/report/Undone and store/report/Returned.
create or replace view event_returned as
select r.member, r.number, p.number as purchase
from event r
join event p on p.member = r.member and p.kind = 1
  and ((p.source = 'purchases' and r.reference = p.id)
    or (p.source <> 'purchases'
      and substr(r.reference, 1, length(p.source)) = p.source
      and substr(r.reference, length(p.source) + 2) = p.id))
where r.kind = 2;
create or replace view event_undone as
select e.member, e.number
from event e
join (
  select distinct kind, reference
  from event
  where source = 'revert' and kind in (2, 10)
) u
  on u.kind = case when e.kind in (1, 2) then 2 else 10 end
  and u.reference = case
    when e.kind = 2 then e.reference
    when e.source = case when e.kind = 1 then 'purchases' else 'redemptions' end then e.id
    else e.source || ':' || e.id end;
-- Who takes part, with their places in the order of codes in place of the codes: scores by ranks need that order.
create or replace view member_place as
select member, row_number() over (order by code collate "C") as place
from member
where status in ('active', 'blocked');
alter view event_returned owner to kopilka_owner;
alter view event_undone owner to kopilka_owner;
alter view member_place owner to kopilka_owner;
revoke all on event_returned, event_undone, member_place from public, kopilka_app, kopilka_auditor, kopilka_consultant;
grant select on event_returned, event_undone, member_place to kopilka_consultant;

grant select, insert on
  programme, event, entry, draw, event_key, note, contact, log, pilot, pilot_member, pilot_decision
  to kopilka_app;
grant select, insert, update on member, person, account, standing, budget, stock, import_run to kopilka_app;
grant select, insert, delete on identity to kopilka_app;
grant select, insert, update, delete on setting, attribute, lot, hold, waiting, segment_member to kopilka_app;

grant select on
  setting, programme, member, identity, event, entry, draw, event_key, account, lot, hold, standing, budget, stock,
  waiting, segment_member, contact, log, import_run, pilot, pilot_member, pilot_decision
  to kopilka_auditor;

grant select on setting, programme, account, lot, hold, standing, budget, stock, segment_member, contact to
  kopilka_consultant;
grant select (member, status, enrolled_at, channel, consents, pilot, merged_into) on member to kopilka_consultant;
grant select (member, number, kind, occurred_at, recorded_at, version, amount, discount, points, channel,
  store, partner, promo_code, lines, earned_on, active_from, expires_on) on event to kopilka_consultant;
grant select (member, seq, event, kind, points, balance, opened, rule, version, corrects, earned_on, active_from,
  expires_on, shares, draws, occurred_at, recorded_at) on entry to kopilka_consultant;
grant select on draw, pilot_member to kopilka_consultant;
grant select (code, arms, source, share, strata, begins_on, assigned_at) on pilot to kopilka_consultant;
grant select (pilot, decision, decided_at) on pilot_decision to kopilka_consultant;

-- Whoever is neither sees what they have a right to: the second policy takes away from the auditor alone.
alter table identity enable row level security;
drop policy if exists everything on identity;
create policy everything on identity using (true) with check (true);
drop policy if exists codes_alone on identity;
create policy codes_alone on identity as restrictive for select to kopilka_auditor
  using (key like 'code:%' or pg_has_role('kopilka_app', 'usage'));

alter table setting enable row level security;
drop policy if exists everything on setting;
create policy everything on setting using (true) with check (true);
drop policy if exists pilot_key_apart on setting;
create policy pilot_key_apart on setting as restrictive for select to kopilka_auditor, kopilka_consultant
  using (name <> 'pilot_key' or pg_has_role('kopilka_app', 'usage'));
