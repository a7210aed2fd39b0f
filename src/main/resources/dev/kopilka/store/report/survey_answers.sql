-- Which surveys were answered between two moments, through which channel those who did had joined, when, and
-- with which score?
select e.subject, m.channel, e.occurred_at, e.attributes
from event e
join member m on m.member = e.member
where e.kind = 21 and e.occurred_at >= :from and e.occurred_at <= :until
