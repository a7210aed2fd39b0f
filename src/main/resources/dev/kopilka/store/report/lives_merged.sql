-- Since when did those take part who were merged into another member?
select member, enrolled_at
from member
where merged_into > 0
