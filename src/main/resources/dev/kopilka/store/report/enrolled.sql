-- When was each member enrolled, and whom does who was merged belong to? In the order of their numbers.
select member, enrolled_at, merged_into
from member
order by member
