-- Who takes part, what is known of each on a day, how can they be reached, and are they in the segment?
-- A member before the first standing has no tier here: the lowest level is the programme's to name.
select m.member, m.enrolled_at, m.consents,
  coalesce(
    (select s.tier
     from standing s
     where s.member = m.member and s.from_day <= :day
     order by s.entry desc
     limit 1),
    '') as tier,
  coalesce(p.gender, '') as gender, coalesce(p.city, '') as city,
  coalesce(p.data_key, '') as data_key, coalesce(p.birth_date, '') as birth_date,
  case when coalesce(p.email, '') = '' then 0 else 1 end as has_email,
  case when coalesce(p.phone, '') = '' then 0 else 1 end as has_phone,
  (select coalesce(sum(l.remaining), 0)
   from lot l
   where l.member = m.member and l.active_from <= :day and l.expires_on >= :day) as available,
  case when g.member is null then 0 else 1 end as in_segment
from member m
left join person p on p.member = m.member
left join segment_member g on g.segment = :segment and g.member = m.member
where m.status in ('active', 'blocked')
order by m.member
