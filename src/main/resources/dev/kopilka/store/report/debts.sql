-- How many points do members owe after returns?
select coalesce(sum(debt), 0) as debt
from account
