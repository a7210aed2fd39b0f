-- Which surveys were answered between two moments, through which channel those who did had joined, when, and
-- with which score? What was taken back (kind 10) was not said.
select e.subject, m.channel, e.occurred_at, e.attributes
from event e
join member m on m.member = e.member
left join (select distinct reference from event where kind = 10) u
  on u.reference = e.source || ':' || e.id
where u.reference is null
  and e.kind = 21 and e.occurred_at >= :from and e.occurred_at <= :until
