-- Which surveys were answered between two moments, through which channel those who did had joined, when, and
-- with which score? What was undone later (kind 10) was never answered; once cards were merged the undoing
-- stands with whoever has the card then.
select e.subject, m.channel, e.occurred_at, e.attributes
from event e
join member m on m.member = e.member
where e.kind = 21 and e.occurred_at >= :from and e.occurred_at <= :until
  and not exists (
    select 1
    from event r
    where r.member = e.member and r.kind = 10 and r.reference = e.source || :colon || e.id)
  and e.source || :colon || e.id not in (
    select r.reference
    from member c
    join event r on r.member = c.merged_into and r.kind = 10
    where c.merged_into > 0)
