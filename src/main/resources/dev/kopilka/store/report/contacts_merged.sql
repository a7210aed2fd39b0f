-- What were those told until a moment whose card was merged since, by the card?
select c.member, c.at, c.message, c.channel
from contact c
join member m on m.member = c.member
where m.merged_into > 0 and c.at <= :until
order by c.member, c.at
