-- Which code has each member? In the order of their numbers.
select member, code
from member
order by member
