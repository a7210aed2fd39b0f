-- Which surveys has anybody ever answered?
select distinct e.subject
from event e
where e.kind = 21
order by e.subject
