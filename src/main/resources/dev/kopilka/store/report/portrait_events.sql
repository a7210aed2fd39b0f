-- What did the members do between two moments, of all that a portrait tells of?
-- By member, so that a member's doings come together.
select e.member, e.kind, e.occurred_at, e.amount, e.points, e.subject, e.reference, e.source, e.id,
  e.channel, e.store, e.partner, e.promo_code, e.lines, e.attributes
from event e
{undone e}
where {stands} and e.kind in (1, 2, 3, 6, 8, 10, 21) and e.occurred_at >= :from and e.occurred_at <= :until
order by e.member, e.number
