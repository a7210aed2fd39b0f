-- Since when are there members? Nothing else happens in a ledger before that. 0 for no members.
select coalesce(min(enrolled_at), 0) as first_at
from member
