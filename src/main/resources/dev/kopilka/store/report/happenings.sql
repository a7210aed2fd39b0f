-- What did each member do until a moment that stages of life are told by, and who left (kind 12)?
-- What was undone later (kind 10) never happened, so an undoing counts whenever it was; what an import's
-- undoing undid is not here at all.
select e.member, e.number, e.kind, e.occurred_at,
  case when e.kind = 10 then e.reference else e.subject end as subject, e.active_from, e.expires_on
from event e
{undone e}
where {stands}
  and (e.kind in (12, :one, :other) and e.occurred_at <= :until
    or e.kind = 10 and e.source <> 'revert')
order by e.member, e.number
