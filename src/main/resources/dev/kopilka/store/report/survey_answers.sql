-- Which surveys were answered between two moments, through which channel those who did had joined, when, and
-- with which score? What was undone later (kind 10) was never answered.
select e.subject, m.channel, e.occurred_at, e.attributes
from event e
join member m on m.member = e.member
where e.kind = 21 and e.occurred_at >= :from and e.occurred_at <= :until
  and not exists (
    select 1
    from event r
    where r.member = e.member and r.kind = 10 and r.reference = e.source || :colon || e.id)
