-- Whom did employees enrol between two moments, and when did those come, from so long after it and for so long?
-- A row a purchase or activity, by member, with 0 for what was undone; one row with 0 for who did not come.
select m.staff, m.member, m.enrolled_at,
  case when {stands} then coalesce(e.occurred_at, 0) else 0 end as occurred_at
from member m
left join event e on e.member = m.member and e.kind in (1, 3)
  and e.occurred_at >= m.enrolled_at + :after and e.occurred_at <= m.enrolled_at + :before
{undone e}
where m.staff <> '' and m.enrolled_at >= :from and m.enrolled_at <= :until
order by m.member
