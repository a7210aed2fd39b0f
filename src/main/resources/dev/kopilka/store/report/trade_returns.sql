-- How much of what was bought through each channel at each partner was paid back between two moments?
-- A return counts where its purchase does.
select coalesce(p.channel, r.channel) as channel, coalesce(p.partner, r.partner) as partner,
  sum(r.amount) as amount
from event r
{purchase p of r}
{undone r}
where {stands} and r.kind = 2 and r.occurred_at >= :from and r.occurred_at <= :until
group by coalesce(p.channel, r.channel), coalesce(p.partner, r.partner)
