-- Which tables hold a programme, its members and their points, on a server that speaks PostgreSQL?
-- Texts are compared byte by byte, so that lists have the same order on every server.
-- Tables that grow are keyed by member first, so that they can be spread over servers by member. What is unique
-- over all members stands in two registries, which can be spread by their own keys: identity and event_key.
-- Times are milliseconds since 1970 UTC, days are counted since 1970-01-01 in the programme's zone,
-- money is in minor units, points in the smallest unit, absent texts are empty.

create table setting (
  name text${bytewise} not null primary key,
  value text${bytewise} not null
);

create table programme (
  version integer not null primary key,
  effective_from integer not null,
  author text${bytewise} not null,
  order_number text${bytewise} not null,
  hash text${bytewise} not null,
  recorded_at bigint not null,
  source text${bytewise} not null,
  chain bytea not null
);

create table member (
  member bigint not null primary key,
  code text${bytewise} not null,
  status text${bytewise} not null check (status in ('active', 'blocked', 'left', 'merged', 'erased')),
  enrolled_at bigint not null,
  channel text${bytewise} not null,
  staff text${bytewise} not null,
  referrer text${bytewise} not null,
  consents text${bytewise} not null,
  pilot text${bytewise} not null,
  fingerprint bigint not null,
  merged_into bigint not null default 0
);
-- Merged members are few; who came to whom is asked before every look into a past.
create index member_by_merge on member (merged_into) where merged_into > 0;

-- Personal columns stand alone, so that a person can be erased and the ledger stays whole.
create table person (
  member bigint not null primary key references member,
  data_key text${bytewise} not null,
  name text${bytewise} not null,
  phone text${bytewise} not null,
  email text${bytewise} not null,
  birth_date text${bytewise} not null,
  gender text${bytewise} not null,
  city text${bytewise} not null,
  phone_key text${bytewise} not null,
  email_key text${bytewise} not null
);

create table attribute (
  member bigint not null references member,
  name text${bytewise} not null,
  value text${bytewise} not null,
  primary key (member, name)
);

-- The registry of identities: a code, a card, a phone, an e-mail is one member's, and by it the member is found.
-- The key is the kind and what the other tables say: `code:1001`; what is sealed there is sealed here.
create table identity (
  key text${bytewise} not null primary key,
  member bigint not null
);

-- Events and entries are the ledger: nothing here is ever changed or deleted.
create table event (
  member bigint not null,
  number integer not null,
  kind integer not null,
  source text${bytewise} not null,
  id text${bytewise} not null,
  occurred_at bigint not null,
  recorded_at bigint not null,
  version integer not null,
  actor text${bytewise} not null,
  amount bigint not null,
  discount bigint not null,
  points bigint not null,
  subject text${bytewise} not null,
  reference text${bytewise} not null,
  channel text${bytewise} not null,
  store text${bytewise} not null,
  partner text${bytewise} not null,
  staff text${bytewise} not null,
  promo_code text${bytewise} not null,
  lines text${bytewise} not null,
  earned_on integer not null,
  active_from integer not null,
  expires_on integer not null,
  attributes text${bytewise} not null,
  fingerprint bigint not null,
  hash bytea not null,
  primary key (member, number)
);

create table entry (
  member bigint not null,
  seq integer not null,
  event integer not null,
  kind integer not null,
  points bigint not null,
  balance bigint not null,
  opened bigint not null,
  rule text${bytewise} not null,
  version integer not null,
  corrects integer not null,
  earned_on integer not null,
  active_from integer not null,
  expires_on integer not null,
  shares text${bytewise} not null,
  draws text${bytewise} not null,
  occurred_at bigint not null,
  recorded_at bigint not null,
  actor text${bytewise} not null,
  hash bytea not null,
  primary key (member, seq)
);

-- Adjustments are few; the limit of an actor's day asks for them.
create index entry_by_adjuster on entry (actor, recorded_at) where kind = 7;

-- The draws of an entry once more, unfolded for questions about lots.
create table draw (
  member bigint not null,
  seq integer not null,
  place integer not null,
  lot integer not null,
  points bigint not null,
  primary key (member, seq, place)
);

-- The registry of external ids: what was recorded once is known for ever. The place is a hash of source and
-- id, or the next free number after it: of all trees this is the only one that an import cannot fill in order.
create table event_key (
  place bigint not null primary key,
  member bigint not null,
  number integer not null,
  fingerprint bigint not null
);

-- Free text of an event may name a person: it is outside the chain and can be erased.
create table note (
  member bigint not null,
  number integer not null,
  text text${bytewise} not null,
  primary key (member, number)
);

-- Caches: all that follows up to `standing` can be rebuilt from events and entries.
create table account (
  member bigint not null primary key references member,
  events integer not null,
  entries integer not null,
  debt bigint not null check (debt >= 0),
  earned bigint not null,
  redeemed bigint not null,
  expired bigint not null,
  purchases bigint not null,
  spend bigint not null,
  last_purchase_at bigint not null,
  next_due integer not null,
  event_head bytea not null,
  head bytea not null
) with (fillfactor = 80);
create index account_by_due on account (next_due);

create table lot (
  member bigint not null,
  entry integer not null,
  rule text${bytewise} not null,
  earned_on integer not null,
  active_from integer not null,
  expires_on integer not null,
  opened bigint not null,
  remaining bigint not null check (remaining >= 0),
  held bigint not null check (held >= 0),
  primary key (member, entry)
) with (fillfactor = 80);

create table hold (
  member bigint not null,
  entry integer not null,
  until integer not null,
  parts text${bytewise} not null,
  primary key (member, entry)
);

create table standing (
  member bigint not null,
  entry integer not null,
  tier text${bytewise} not null,
  from_day integer not null,
  until_day integer not null,
  basis text${bytewise} not null check (basis in ('rule', 'given', 'released')),
  primary key (member, entry)
);

create table budget (
  rule text${bytewise} not null primary key,
  given bigint not null
);

create table stock (
  reward text${bytewise} not null primary key,
  added bigint not null,
  taken bigint not null check (taken >= 0)
);

-- Adjustments above the limit wait here until a second person approves or rejects them.
create table waiting (
  source text${bytewise} not null,
  id text${bytewise} not null,
  member bigint not null,
  points bigint not null,
  reason text${bytewise} not null,
  note text${bytewise} not null,
  occurred_at bigint not null,
  expires_on integer not null,
  proposed_at bigint not null,
  proposed_by text${bytewise} not null,
  primary key (source, id)
);

create table segment_member (
  segment text${bytewise} not null,
  member bigint not null,
  primary key (segment, member)
);

-- What was done to the ledger as a whole or read from it: no personal data, only ever appended.
create table log (
  seq bigint not null primary key,
  at bigint not null,
  actor text${bytewise} not null,
  action text${bytewise} not null,
  subject text${bytewise} not null,
  details text${bytewise} not null
);

-- A run's row moves on with each batch that it commits: whoever continues the run starts from it.
create table import_run (
  run bigint not null primary key,
  kind text${bytewise} not null,
  file text${bytewise} not null,
  digest text${bytewise} not null,
  state text${bytewise} not null,
  started_at bigint not null,
  ended_at bigint not null,
  actor text${bytewise} not null,
  read bigint not null,
  accepted bigint not null,
  duplicates bigint not null,
  rejected bigint not null,
  points bigint not null,
  rejects_bytes bigint not null,
  last_member bigint not null
);

insert into setting (name, value) values ('schema', '1');
