-- Which points are open now, held ones included?
select member, expires_on, active_from, remaining + held as points,
  earned_on
from lot
order by member, entry
