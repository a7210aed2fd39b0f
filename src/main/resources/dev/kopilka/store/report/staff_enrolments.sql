-- Whom did employees enrol between two moments?
select staff, member
from member
where staff <> '' and enrolled_at >= :from and enrolled_at <= :until
