-- Who takes no part?
select member
from member
where status not in ('active', 'blocked')
