-- What was bought at each partner between two moments, and by how many members?
-- Purchases lie by member: two steps of grouping cost less than counting distinct members.
select t.partner, count(*) as buyers, sum(t.purchases) as purchases, sum(t.amount) as amount
from (
  select e.member, e.partner, count(*) as purchases, sum(e.amount) as amount
  from event e
  {undone e}
  where {stands} and e.kind = 1 and e.occurred_at >= :from and e.occurred_at <= :until
  group by e.member, e.partner
) t
group by t.partner
