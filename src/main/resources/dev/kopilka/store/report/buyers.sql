-- How often did each member buy between two moments, for how much, and when last?
-- Events lie by member, so the groups come without sorting. Returns lessen the money, not the count.
select e.member,
  coalesce(max(case when e.kind = 1 then e.occurred_at end), 0) as last_purchase_at,
  sum(case when e.kind = 1 then 1 else 0 end) as purchases,
  sum(case when e.kind = 1 then e.amount else -e.amount end) as spend
from event e
{undone e}
where {stands} and e.kind in (1, 2) and e.occurred_at >= :from and e.occurred_at <= :until
group by e.member
