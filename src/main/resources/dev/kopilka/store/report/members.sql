-- What does every member have on a day, and what did they do in all?
select m.code, m.status, m.enrolled_at,
  coalesce(
    (select s.tier
     from standing s
     where s.member = m.member and s.from_day <= :day
     order by s.entry desc
     limit 1),
    '') as tier,
  (select coalesce(sum(l.remaining), 0)
   from lot l
   where l.member = m.member and l.active_from <= :day and l.expires_on >= :day) as available,
  (select coalesce(sum(l.remaining), 0)
   from lot l
   where l.member = m.member and l.active_from > :day) as pending,
  (select coalesce(sum(l.held), 0) from lot l where l.member = m.member) as held,
  coalesce(a.debt, 0) as debt, coalesce(a.earned, 0) as earned,
  coalesce(a.redeemed, 0) as redeemed, coalesce(a.expired, 0) as expired,
  coalesce(a.purchases, 0) as purchases, coalesce(a.spend, 0) as spend,
  coalesce(a.last_purchase_at, 0) as last_purchase_at
from member m
left join account a on a.member = m.member
where (:status = '' or m.status = :status)
  and (:segment = ''
    or exists (
      select 1
      from segment_member s
      where s.segment = :segment and s.member = m.member))
order by m.code
