-- Which activities and contracts of a member were undone?
select a.number
from event r
join event a on a.member = r.member and a.source || :colon || a.id = r.reference
where r.member = :member and r.kind = 10 and a.kind in (3, 22)
