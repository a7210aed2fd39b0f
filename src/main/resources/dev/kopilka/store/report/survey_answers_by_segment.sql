-- The same by the segments in which those who answered are now; who is in two is told twice. Answers given
-- with a card that was merged are not here.
select e.subject, s.segment, e.occurred_at, e.attributes
from event e
join member m on m.member = e.member and m.merged_into = 0
join segment_member s on s.member = e.member
where e.kind = 21 and e.occurred_at >= :from and e.occurred_at <= :until
  and not exists (
    select 1
    from event r
    where r.member = e.member and r.kind = 10 and r.reference = e.source || :colon || e.id)
