-- What did each member answer to surveys until a moment, in words too, and what was taken back?
select e.member, e.kind, e.occurred_at, e.source, e.id, e.reference, e.subject, e.attributes, coalesce(n.text, '')
from event e
left join note n on n.member = e.member and n.number = e.number and e.kind = 21
where e.kind in (10, 21) and e.occurred_at <= :until
order by e.member, e.number
