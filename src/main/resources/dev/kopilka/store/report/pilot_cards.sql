-- What was bought with cards that were merged, or that others were merged into, and which points did they get?
-- Whose other card was dealt to a pilot counts with all of them. Kind 0 is for points.
with card as (
  select merged_into as member from member where merged_into > 0
  union
  select member from member where merged_into > 0
)
select c.member, e.kind, e.occurred_at, e.amount
from card c
{join} event e on e.member = c.member and e.kind in (1, 2)
  and e.occurred_at >= :before and e.occurred_at <= :until
union all
select c.member, 0, n.occurred_at, n.points
from card c
{join} entry n on n.member = c.member and n.kind in (1, 2, 7)
  and n.occurred_at >= :from and n.occurred_at <= :until
