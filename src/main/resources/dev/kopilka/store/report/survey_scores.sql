-- What did each member answer to surveys until a moment, and what was taken back?
select e.member, e.kind, e.occurred_at, e.source, e.id, e.reference, e.subject, e.attributes
from event e
where e.kind in (10, 21) and e.occurred_at <= :until
order by e.member, e.number
