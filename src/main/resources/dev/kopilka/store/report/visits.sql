-- What did the members do between two moments, and who had left, or was merged, by the second one?
-- By member, so that a member's doings come together and distinct members need no set.
select member, kind, occurred_at, amount, points
from event
where (kind in (1, 2, 3, 6, 8) and occurred_at >= :from and occurred_at <= :until)
  or (kind in (12, 15, 17) and occurred_at <= :until)
order by member, number
