-- The same by the segments in which those who answered are now; who is in two is told twice.
select e.subject, s.segment, e.occurred_at, e.attributes
from event e
join segment_member s on s.member = e.member
left join (select distinct reference from event where kind = 10) u
  on u.reference = e.source || ':' || e.id
where u.reference is null
  and e.kind = 21 and e.occurred_at >= :from and e.occurred_at <= :until
