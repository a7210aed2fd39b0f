-- The same of those who answered with a card that was merged since, by the card.
select e.subject, e.member, e.occurred_at, e.attributes
from event e
join member m on m.member = e.member
where m.merged_into > 0 and e.kind = 21 and e.occurred_at >= :from and e.occurred_at <= :until
  and not exists (
    select 1
    from event r
    where r.member = e.member and r.kind = 10 and r.reference = e.source || :colon || e.id)
  and e.source || :colon || e.id not in (
    select r.reference
    from member c
    join event r on r.member = c.merged_into and r.kind = 10
    where c.merged_into > 0)
