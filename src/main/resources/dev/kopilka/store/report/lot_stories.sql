-- How did every lot come about, and what was drawn from it since?
-- By member and in the order of posting, so that a reader holds one member's lots at a time.
-- Holds, releases and tiers (kinds 9, 10, 11, 16, 17) move nothing between members and the shop.
select e.member, e.seq, e.kind, e.occurred_at, e.corrects, e.opened, e.earned_on, e.active_from,
  e.expires_on, coalesce(d.lot, 0) as lot, coalesce(d.points, 0) as drawn, e.rule
from entry e
left join draw d on d.member = e.member and d.seq = e.seq
where e.kind not in (9, 10, 11, 16, 17)
order by e.member, e.seq, d.place
