-- A redemption as one function in the server: the same rows are read, held and written as by ours, with no rules.
create or replace function bench_redeem(code text, wanted bigint) returns bigint language plpgsql as $$
declare
  who bigint;
  a account;
  l lot;
  rest bigint := wanted;
  taken bigint;
  drawn text := '';
  place int := 0;
  had bigint;
  key bigint := (random() * 9223372036854775000)::bigint;
  now_ms bigint := (extract(epoch from clock_timestamp()) * 1000)::bigint;
begin
  perform 1 from setting where name = 'schema' for share;
  perform 1 from event_key e where e.place = key;
  select i.member into who from identity i where i.key = 'code:' || code;
  perform 1 from member where member = who for no key update;
  perform value from setting where name = 'closed_through';
  select * into a from account where member = who;
  select coalesce(sum(remaining), 0) into had from lot where member = who;
  perform 1 from hold where member = who;
  perform 1 from standing where member = who;
  if had < wanted then return -1; end if;
  for l in select * from lot where member = who and remaining > 0 order by expires_on, earned_on, entry loop
    exit when rest = 0;
    taken := least(rest, l.remaining);
    insert into draw (member, seq, place, lot, points) values (who, a.entries + 1, place, l.entry, taken);
    update lot set remaining = remaining - taken where member = who and entry = l.entry;
    drawn := drawn || l.entry || ':' || taken || ' ';
    place := place + 1;
    rest := rest - taken;
  end loop;
  a.event_head := sha256(a.event_head || int8send(key) || int8send(now_ms));
  a.head := sha256(a.head || a.event_head);
  insert into event (member, number, kind, source, id, occurred_at, recorded_at, version, actor, amount, discount, points,
    subject, reference, channel, store, partner, staff, promo_code, lines, earned_on, active_from, expires_on, attributes,
    fingerprint, hash)
  values (who, a.events + 1, 6, 'bench', key::text, now_ms, now_ms, 1, 'bench', 0, 0, wanted, '', '', '', '', '', '', '',
    '', 0, 0, 0, '', key, a.event_head);
  insert into entry (member, seq, event, kind, points, balance, opened, rule, version, corrects, earned_on, active_from,
    expires_on, shares, draws, occurred_at, recorded_at, actor, hash)
  values (who, a.entries + 1, a.events + 1, 3, -wanted, had - wanted, 0, 'redeem', 1, 0, 0, 0, 0, '', drawn, now_ms, now_ms,
    'bench', a.head);
  insert into event_key (place, member, number, fingerprint) values (key, who, a.events + 1, key);
  update account set events = events + 1, entries = entries + 1, redeemed = redeemed + wanted, event_head = a.event_head,
    head = a.head where member = who;
  return had - wanted;
end $$;
