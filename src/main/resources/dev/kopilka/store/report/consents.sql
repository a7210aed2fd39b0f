-- Which consents do members have who had joined by a moment, and how many have just these?
select consents, count(*) as members
from member
where status in ('active', 'blocked') and enrolled_at <= :until
group by consents
