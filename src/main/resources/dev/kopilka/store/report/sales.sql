-- What was sold and taken back until a moment, and how many points were paid with or given back then?
select v.kind, v.occurred_at, v.amount, coalesce(p.points, 0) as points
from event v
left join (
  select member, event, sum(points) as points
  from entry
  where kind in (3, 5) and event > 0
  group by member, event
) p on p.member = v.member and p.event = v.number
where v.kind in (1, 2) and v.occurred_at <= :until
