-- Which purchases were made between two moments, and which returns of them are known at a third one?
-- A return counts on the day of its purchase, which is looked for under the return's own numbering
-- first; where that purchase stands with another member (cards that were merged since), on its own.
select e.member, e.kind,
  case when e.kind = 1 then e.occurred_at
    else coalesce(
      (select p.occurred_at
       from event p
       where p.member = e.member and p.kind = 1
         and (p.source || :colon || p.id = e.reference
           or p.id = e.reference and p.source in (e.source, :purchases))
       order by case when p.source = :purchases then 1 else 0 end, p.number
       limit 1),
      e.occurred_at)
    end as bought_at,
  e.amount
from event e
join member m on m.member = e.member
{undone e}
where {stands}
  and (e.kind = 1 and e.occurred_at >= :from and e.occurred_at <= :until
    or e.kind = 2 and e.occurred_at >= :from and e.occurred_at <= :known)
  and m.status in ('active', 'blocked', 'merged')
order by e.member, e.number
