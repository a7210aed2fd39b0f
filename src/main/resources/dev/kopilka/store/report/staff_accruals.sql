-- Which accruals did employees book between two moments, for whom, and what had stayed of them by the second one?
-- A row an entry, by member, so that a member's accruals come together; what a return took back is negative.
select e.member, v.staff, v.number, e.points
from entry e
left join entry c on c.member = e.member and c.seq = e.corrects and e.kind = 2
join event v on v.member = e.member and v.number = coalesce(c.event, e.event)
{undone v}
where {stands} and e.kind in (1, 2) and e.occurred_at <= :until
  and v.kind in (1, 3) and v.staff <> '' and v.occurred_at >= :from and v.occurred_at <= :until
order by e.member
