-- Which tables hold pilots, who was dealt to their arms, how they ended, and for whom messages were handed out?
-- Pilots are only ever appended to: one is assigned once and ended once.

create table pilot (
  code text${bytewise} not null primary key,
  salt text${bytewise} not null,
  arms text${bytewise} not null,
  source text${bytewise} not null,
  share text${bytewise} not null,
  strata text${bytewise} not null,
  begins_on integer not null,
  assigned_at bigint not null,
  actor text${bytewise} not null
);

-- The arm is its place among those of the pilot, 0 for the control. A pilot is asked for as a whole, as a
-- segment is; its members may still lie by member.
create table pilot_member (
  pilot text${bytewise} not null,
  member bigint not null,
  arm integer not null,
  primary key (pilot, member)
);

create table pilot_decision (
  pilot text${bytewise} not null primary key,
  decision text${bytewise} not null check (decision in ('promote', 'stop')),
  note text${bytewise} not null,
  decided_at bigint not null,
  actor text${bytewise} not null
);

-- Which messages were handed out for whom, at which moment? How often is too often is asked of this.
create table contact (
  member bigint not null,
  at bigint not null,
  message text${bytewise} not null,
  channel text${bytewise} not null,
  segment text${bytewise} not null,
  primary key (member, at, message)
);

-- Returns are few. Accounts know when each member last bought; whether anything was returned after a moment,
-- so that they say more than that moment knew, is asked of this. It costs a purchase nothing.
create index event_by_return on event (occurred_at) where kind = 2;

-- What no one guesses: by it pilots that name no salt of their own deal their members.
insert into setting (name, value)
values ('pilot_key', replace(cast(gen_random_uuid() as text) || cast(gen_random_uuid() as text), '-', ''));
