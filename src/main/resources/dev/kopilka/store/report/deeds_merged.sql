-- The same of those who were merged into another member.
select e.member, e.kind, e.occurred_at, e.source, e.id, e.reference, case when e.kind in (3, 6) then e.subject else '' end
from event e
join member m on m.member = e.member
{undone e}
where {stands} and m.merged_into > 0
  and ((e.kind in (3, 6, 8) or e.kind = 1 and e.points > 0)
    and e.occurred_at >= :from and e.occurred_at <= :until
    or e.kind = 10)
order by e.member
