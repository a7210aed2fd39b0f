-- How many points did each member of a pilot get in its time, less what returns took back?
-- Corrections by hand count: points that a pilot gives are given by rules or so.
select p.member, p.arm, sum(n.points) as points
from pilot_member p
join entry n on n.member = p.member and n.kind in (1, 2, 7)
  and n.occurred_at >= :from and n.occurred_at <= :until
where p.pilot = :pilot
group by p.member, p.arm
order by p.member
