-- When was each member enrolled?
select enrolled_at
from member
