-- How often did each member buy in all, and when last, of those who were merged into another one (:merged 1)
-- or of all (0)?
select e.member, count(*) as purchases, max(e.occurred_at) as last_at
from event e
join member m on m.member = e.member
{undone e}
where {stands} and e.kind = 1 and (:merged = 0 or m.merged_into > 0)
group by e.member
order by e.member
