-- Which free facts are known of the members?
select member, name, value
from attribute
order by member, name
