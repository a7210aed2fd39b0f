-- The same of cards that were merged since.
select e.member, e.kind, e.occurred_at, e.source, e.id, e.reference, e.subject, e.attributes, coalesce(n.text, '')
from event e
join member m on m.member = e.member
left join note n on n.member = e.member and n.number = e.number and e.kind = 21
where m.merged_into > 0 and e.kind in (10, 21) and e.occurred_at <= :until
order by e.member, e.number
