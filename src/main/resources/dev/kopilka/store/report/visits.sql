-- What did the members do between two moments, and who had left, or was merged, by the second one?
-- By member, so that a member's doings come together and distinct members need no set.
select e.member, e.kind, e.occurred_at, e.amount, e.points
from event e
{undone e}
where {stands}
  and (e.kind in (1, 2, 3, 6, 8) and e.occurred_at >= :from and e.occurred_at <= :until
    or e.kind in (12, 15, 17) and e.occurred_at <= :until)
order by e.member, e.number
