-- What did the members buy and give back through a moment, and what else (kind :also) did they do?
-- By member, so that what one person did comes together and nobody is kept who is not at hand.
select member, kind, occurred_at, amount
from event
where kind in (1, 2, :also) and occurred_at <= :until
order by member
