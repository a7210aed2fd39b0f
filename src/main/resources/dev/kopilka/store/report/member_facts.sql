-- What is known on a day of every member that a segment of the programme may ask about?
-- A member before the first standing has no tier here: the lowest level is the programme's to name.
select m.member, m.status, m.channel, m.enrolled_at,
  coalesce(
    (select s.tier
     from standing s
     where s.member = m.member and s.from_day <= :day
     order by s.entry desc
     limit 1),
    '') as tier,
  coalesce(p.gender, '') as gender, coalesce(p.city, '') as city,
  coalesce(p.data_key, '') as data_key, coalesce(p.birth_date, '') as birth_date,
  (select coalesce(sum(l.remaining), 0)
   from lot l
   where l.member = m.member and l.active_from <= :day and l.expires_on >= :day) as available,
  (select coalesce(sum(l.remaining + l.held), 0)
   from lot l
   where l.member = m.member and l.expires_on >= :day) - coalesce(a.debt, 0) as balance,
  coalesce(a.purchases, 0) as purchases, coalesce(a.spend, 0) as spend,
  coalesce(a.last_purchase_at, 0) as last_purchase_at
from member m
left join person p on p.member = m.member
left join account a on a.member = m.member
order by m.member
