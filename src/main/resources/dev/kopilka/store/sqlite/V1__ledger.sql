-- Which tables hold a programme, its members and their points?
-- Times are milliseconds since 1970 UTC, days are counted since 1970-01-01 in the programme's zone,
-- money is in minor units, points in the smallest unit, absent texts are empty.

create table setting (
  name text not null primary key,
  value text not null
) strict, without rowid;

create table programme (
  version integer not null primary key,
  effective_from integer not null,
  author text not null,
  order_number text not null,
  hash text not null,
  recorded_at integer not null,
  source text not null,
  chain blob not null
) strict;

create table member (
  member integer not null primary key,
  code text not null,
  status text not null check (status in ('active', 'blocked', 'left', 'merged', 'erased')),
  enrolled_at integer not null,
  channel text not null,
  staff text not null,
  referrer text not null,
  consents text not null,
  pilot text not null,
  fingerprint integer not null,
  merged_into integer not null default 0
) strict;
-- Merged members are few; who came to whom is asked before every look into a past.
create index member_by_merge on member (merged_into) where merged_into > 0;

-- Personal columns stand alone, so that a person can be erased and the ledger stays whole.
create table person (
  member integer not null primary key references member,
  data_key text not null,
  name text not null,
  phone text not null,
  email text not null,
  birth_date text not null,
  gender text not null,
  city text not null,
  phone_key text not null,
  email_key text not null
) strict;

create table attribute (
  member integer not null references member,
  name text not null,
  value text not null,
  primary key (member, name)
) strict, without rowid;

-- The registry of identities: a code, a card, a phone, an e-mail is one member's, and by it the member is found.
-- The key is the kind and what the other tables say: `code:1001`; what is sealed there is sealed here.
create table identity (
  key text not null primary key,
  member integer not null
) strict, without rowid;

-- Events and entries are the ledger: nothing here is ever changed or deleted.
create table event (
  member integer not null references member,
  number integer not null,
  kind integer not null,
  source text not null,
  id text not null,
  occurred_at integer not null,
  recorded_at integer not null,
  version integer not null,
  actor text not null,
  amount integer not null,
  discount integer not null,
  points integer not null,
  subject text not null,
  reference text not null,
  channel text not null,
  store text not null,
  partner text not null,
  staff text not null,
  promo_code text not null,
  lines text not null,
  earned_on integer not null,
  active_from integer not null,
  expires_on integer not null,
  attributes text not null,
  fingerprint integer not null,
  hash blob not null,
  primary key (member, number)
) strict, without rowid;

create table entry (
  member integer not null,
  seq integer not null,
  event integer not null,
  kind integer not null,
  points integer not null,
  balance integer not null,
  opened integer not null,
  rule text not null,
  version integer not null,
  corrects integer not null,
  earned_on integer not null,
  active_from integer not null,
  expires_on integer not null,
  shares text not null,
  draws text not null,
  occurred_at integer not null,
  recorded_at integer not null,
  actor text not null,
  hash blob not null,
  primary key (member, seq)
) strict, without rowid;

-- Adjustments are few; the limit of an actor's day asks for them.
create index entry_by_adjuster on entry (actor, recorded_at) where kind = 7;

-- The draws of an entry once more, unfolded for questions about lots.
create table draw (
  member integer not null,
  seq integer not null,
  place integer not null,
  lot integer not null,
  points integer not null,
  primary key (member, seq, place)
) strict, without rowid;

create trigger event_stays before update on event begin
  select raise(abort, 'KOPILKA_APPEND_ONLY event'); end;
create trigger event_is_kept before delete on event begin
  select raise(abort, 'KOPILKA_APPEND_ONLY event'); end;
create trigger entry_stays before update on entry begin
  select raise(abort, 'KOPILKA_APPEND_ONLY entry'); end;
create trigger entry_is_kept before delete on entry begin
  select raise(abort, 'KOPILKA_APPEND_ONLY entry'); end;
create trigger draw_stays before update on draw begin
  select raise(abort, 'KOPILKA_APPEND_ONLY draw'); end;
create trigger draw_is_kept before delete on draw begin
  select raise(abort, 'KOPILKA_APPEND_ONLY draw'); end;

-- The registry of external ids: what was recorded once is known for ever. The place is a hash of source and
-- id, or the next free number after it: of all trees this is the only one that an import cannot fill in order.
create table event_key (
  place integer not null primary key,
  member integer not null,
  number integer not null,
  fingerprint integer not null
) strict;

-- Free text of an event may name a person: it is outside the chain and can be erased.
create table note (
  member integer not null,
  number integer not null,
  text text not null,
  primary key (member, number)
) strict, without rowid;

-- Caches: all that follows up to `standing` can be rebuilt from events and entries.
create table account (
  member integer not null primary key references member,
  events integer not null,
  entries integer not null,
  debt integer not null check (debt >= 0),
  earned integer not null,
  redeemed integer not null,
  expired integer not null,
  purchases integer not null,
  spend integer not null,
  last_purchase_at integer not null,
  next_due integer not null,
  event_head blob not null,
  head blob not null
) strict;
create index account_by_due on account (next_due);

create table lot (
  member integer not null,
  entry integer not null,
  rule text not null,
  earned_on integer not null,
  active_from integer not null,
  expires_on integer not null,
  opened integer not null,
  remaining integer not null check (remaining >= 0),
  held integer not null check (held >= 0),
  primary key (member, entry)
) strict, without rowid;

create table hold (
  member integer not null,
  entry integer not null,
  until integer not null,
  parts text not null,
  primary key (member, entry)
) strict, without rowid;

create table standing (
  member integer not null,
  entry integer not null,
  tier text not null,
  from_day integer not null,
  until_day integer not null,
  basis text not null check (basis in ('rule', 'given', 'released')),
  primary key (member, entry)
) strict, without rowid;

create table budget (
  rule text not null primary key,
  given integer not null
) strict, without rowid;

create table stock (
  reward text not null primary key,
  added integer not null,
  taken integer not null check (taken >= 0)
) strict, without rowid;

-- Adjustments above the limit wait here until a second person approves or rejects them.
create table waiting (
  source text not null,
  id text not null,
  member integer not null,
  points integer not null,
  reason text not null,
  note text not null,
  occurred_at integer not null,
  expires_on integer not null,
  proposed_at integer not null,
  proposed_by text not null,
  primary key (source, id)
) strict, without rowid;

create table segment_member (
  segment text not null,
  member integer not null,
  primary key (segment, member)
) strict, without rowid;

-- What was done to the ledger as a whole or read from it: no personal data, only ever appended.
create table log (
  seq integer not null primary key,
  at integer not null,
  actor text not null,
  action text not null,
  subject text not null,
  details text not null
) strict;
create trigger log_stays before update on log begin
  select raise(abort, 'KOPILKA_APPEND_ONLY log'); end;
create trigger log_is_kept before delete on log begin
  select raise(abort, 'KOPILKA_APPEND_ONLY log'); end;

-- A run's row moves on with each batch that it commits: whoever continues the run starts from it.
create table import_run (
  run integer not null primary key,
  kind text not null,
  file text not null,
  digest text not null,
  state text not null,
  started_at integer not null,
  ended_at integer not null,
  actor text not null,
  read integer not null,
  accepted integer not null,
  duplicates integer not null,
  rejected integer not null,
  points integer not null,
  rejects_bytes integer not null,
  last_member integer not null
) strict;

insert into setting (name, value) values ('schema', '1');
