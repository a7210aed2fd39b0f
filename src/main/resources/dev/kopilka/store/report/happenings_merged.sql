-- The same of those who were merged into another member.
select e.member, e.number, e.kind, e.occurred_at,
  case when e.kind = 10 then e.reference else e.subject end as subject, e.active_from, e.expires_on
from event e
join member m on m.member = e.member
{undone e}
where {stands} and m.merged_into > 0
  and (e.kind in (:one, :other) and e.occurred_at <= :until
    or e.kind = 10 and e.source <> 'revert')
order by e.member, e.number
