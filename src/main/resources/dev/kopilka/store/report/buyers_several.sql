-- Through which channels and at which partners did those buy between two moments who have several cards, and with
-- which of the cards?
select distinct e.channel, e.partner, e.member
from event e
{undone e}
where {stands} and e.kind = 1 and e.occurred_at >= :from and e.occurred_at <= :until
  and e.member in (
    select member
    from member
    where merged_into > 0
    union
    select merged_into
    from member
    where merged_into > 0)
