-- Which segments is each member in, as the last runs found?
select member, segment
from segment_member
order by member, segment
