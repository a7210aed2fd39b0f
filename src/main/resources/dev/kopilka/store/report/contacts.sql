-- What was each member told until a moment, through whichever segment?
select member, at, message, channel
from contact
where at <= :until
order by member, at
