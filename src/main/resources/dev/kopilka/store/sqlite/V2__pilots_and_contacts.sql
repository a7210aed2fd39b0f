-- Which tables hold pilots, who was dealt to their arms, how they ended, and for whom messages were handed out?
-- Pilots are only ever appended to: one is assigned once and ended once.

create table pilot (
  code text not null primary key,
  salt text not null,
  arms text not null,
  source text not null,
  share text not null,
  strata text not null,
  begins_on integer not null,
  assigned_at integer not null,
  actor text not null
) strict, without rowid;

-- The arm is its place among those of the pilot, 0 for the control.
create table pilot_member (
  pilot text not null,
  member integer not null,
  arm integer not null,
  primary key (pilot, member)
) strict, without rowid;

create table pilot_decision (
  pilot text not null primary key,
  decision text not null check (decision in ('promote', 'stop')),
  note text not null,
  decided_at integer not null,
  actor text not null
) strict, without rowid;

create trigger pilot_stays before update on pilot begin
  select raise(abort, 'KOPILKA_APPEND_ONLY pilot'); end;
create trigger pilot_is_kept before delete on pilot begin
  select raise(abort, 'KOPILKA_APPEND_ONLY pilot'); end;
create trigger pilot_member_stays before update on pilot_member begin
  select raise(abort, 'KOPILKA_APPEND_ONLY pilot_member'); end;
create trigger pilot_member_is_kept before delete on pilot_member begin
  select raise(abort, 'KOPILKA_APPEND_ONLY pilot_member'); end;
create trigger pilot_decision_stays before update on pilot_decision begin
  select raise(abort, 'KOPILKA_APPEND_ONLY pilot_decision'); end;
create trigger pilot_decision_is_kept before delete on pilot_decision begin
  select raise(abort, 'KOPILKA_APPEND_ONLY pilot_decision'); end;

-- Which messages were handed out for whom, at which moment? How often is too often is asked of this.
create table contact (
  member integer not null,
  at integer not null,
  message text not null,
  channel text not null,
  segment text not null,
  primary key (member, at, message)
) strict, without rowid;

-- Returns are few. Accounts know when each member last bought; whether anything was returned after a moment,
-- so that they say more than that moment knew, is asked of this. It costs a purchase nothing.
create index event_by_return on event (occurred_at) where kind = 2;

-- What no one guesses: by it pilots that name no salt of their own deal their members.
insert into setting (name, value) values ('pilot_key', lower(hex(randomblob(32))));
update setting set value = '2' where name = 'schema';
