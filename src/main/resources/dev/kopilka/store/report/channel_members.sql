-- Through which channels did members join, how many of them between two moments, how many of all who had
-- joined by the second one are still members, and how many of these may be written to at all?
select channel,
  sum(case when enrolled_at >= :from then 1 else 0 end) as enrolled,
  sum(case when status in ('active', 'blocked') then 1 else 0 end) as members,
  sum(case when status in ('active', 'blocked') and consents <> '' then 1 else 0 end) as reachable
from member
where enrolled_at <= :until
group by channel
