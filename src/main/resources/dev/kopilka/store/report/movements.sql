-- Which entries moved points, or the terms of lots (kind 12), and when?
select occurred_at, kind, points
from entry
where kind not in (9, 10, 11, 16, 17)
