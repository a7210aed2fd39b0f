-- Which points were open at a moment, held ones included, by what had happened until then?
-- Holds and releases (kinds 9 and 10) move nothing between members and the shop. A lot that was
-- drawn from before it was earned, which only entries made after the event can do, is negative.
select lots.member, lots.expires_on, lots.active_from, lots.points,
  lots.earned_on
from (
  select o.member, coalesce(d.extended, o.expires_on) as expires_on, o.active_from,
    o.earned_on,
    case when o.occurred_at <= :as_of then o.opened else 0 end - coalesce(d.drawn, 0) as points,
    o.seq
  from entry o
  left join (
    select w.member, w.lot,
      sum(case when e.kind in (9, 10) then 0 else w.points end) as drawn,
      max(case when e.kind = 12 then e.expires_on end) as extended
    from draw w
    join entry e on e.member = w.member and e.seq = w.seq
    where e.occurred_at <= :as_of
    group by w.member, w.lot
  ) d on d.member = o.member and d.lot = o.seq
  where o.opened > 0
) lots
where lots.points <> 0
order by lots.member, lots.seq
