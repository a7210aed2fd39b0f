-- How much of what was bought through each channel at each partner was paid back between two moments?
-- A return counts where its purchase does. It names that by id, after the source if that is not the usual one.
select coalesce(p.channel, r.channel) as channel, coalesce(p.partner, r.partner) as partner,
  sum(r.amount) as amount
from event r
left join event p on p.member = r.member and p.kind = 1
  and ((p.source = 'purchases' and r.reference = p.id)
    or (p.source <> 'purchases'
      and substr(r.reference, 1, length(p.source)) = p.source
      and substr(r.reference, length(p.source) + 2) = p.id))
{undone r}
where {stands} and r.kind = 2 and r.occurred_at >= :from and r.occurred_at <= :until
group by coalesce(p.channel, r.channel), coalesce(p.partner, r.partner)
