-- What did the members buy and give back through a moment, and what else (kind :also) did they do?
-- By member, so that what one person did comes together and nobody is kept who is not at hand.
select e.member, e.kind, e.occurred_at, e.amount
from event e
{undone e}
where {stands} and e.kind in (1, 2, :also) and e.occurred_at <= :until
order by e.member
