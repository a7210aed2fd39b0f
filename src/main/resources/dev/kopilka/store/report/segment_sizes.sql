-- How many members did each segment have when it was last run?
select segment, count(*) as members
from segment_member
group by segment
order by segment
