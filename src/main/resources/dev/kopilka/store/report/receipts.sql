-- Which goods did the members buy between two moments, receipt by receipt?
-- By member, so that what one bought comes together.
select e.member, e.occurred_at, e.lines
from event e
{undone e}
where {stands} and e.kind = 1 and e.occurred_at >= :from and e.occurred_at <= :until and e.lines <> ''
order by e.member
