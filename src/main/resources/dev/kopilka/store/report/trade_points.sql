-- How many points were given and spent through each channel at each partner between two moments?
-- What a return takes back (kind 2), or gives back (kind 5), counts where the entry does that it corrects.
select v.channel, v.partner,
  sum(case when e.kind in (1, 2) then e.points else 0 end) as issued,
  sum(case when e.kind in (3, 4, 5) then -e.points else 0 end) as redeemed
from entry e
left join entry c on c.member = e.member and c.seq = e.corrects and e.kind in (2, 5)
join event v on v.member = e.member and v.number = coalesce(c.event, e.event)
where e.kind in (1, 2, 3, 4, 5) and e.occurred_at >= :from and e.occurred_at <= :until
group by v.channel, v.partner
