-- The same of those who were merged into another member.
select e.member, e.occurred_at, e.lines
from event e
join member m on m.member = e.member
{undone e}
where {stands} and m.merged_into > 0
  and e.kind = 1 and e.occurred_at >= :from and e.occurred_at <= :until and e.lines <> ''
order by e.member
