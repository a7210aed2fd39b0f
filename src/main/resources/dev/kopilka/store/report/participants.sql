-- Who takes part, and which code does each of them have?
select member, code
from member
where status in ('active', 'blocked')
