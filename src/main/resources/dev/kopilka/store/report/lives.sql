-- Who has ever taken part, and since when? Who was merged into another member is that member.
select member, code, enrolled_at
from member
where merged_into = 0
order by member
