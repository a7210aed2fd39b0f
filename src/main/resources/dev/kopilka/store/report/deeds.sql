-- Which activities did the members do between two moments, how often did they spend points, what was taken back?
-- What was taken back never happened, so that counts whenever it was.
select e.member, e.kind, e.occurred_at, e.source, e.id, e.reference, case when e.kind in (3, 6) then e.subject else '' end
from event e
{undone e}
where {stands}
  and ((e.kind in (3, 6, 8) or e.kind = 1 and e.points > 0)
    and e.occurred_at >= :from and e.occurred_at <= :until
    or e.kind = 10)
order by e.member
