-- At which moment was anything returned last? Nothing where nothing ever was.
select max(e.occurred_at)
from event e
where e.kind = 2
