-- What were the members of a segment told until a moment, through whichever segment?
select c.member, c.at, c.message, c.channel
from contact c
join segment_member s on s.member = c.member and s.segment = :segment
where c.at <= :until
order by c.member, c.at
