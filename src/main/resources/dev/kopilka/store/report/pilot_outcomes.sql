-- What did each member of a pilot buy in its time, and in a time before it?
-- Returns lessen the money, not the count. Members are those who were dealt, whatever became of them.
select p.member, p.arm,
  coalesce(sum(case when {stands} and e.kind = 1 and e.occurred_at >= :from then 1 else 0 end), 0)
    as purchases,
  coalesce(
    sum(
      case
        when e.occurred_at < :from or not {stands} then 0
        when e.kind = 1 then e.amount
        else -e.amount end),
    0) as spend,
  coalesce(
    sum(case when {stands} and e.kind = 1 and e.occurred_at < :from then 1 else 0 end), 0)
    as purchases_before,
  coalesce(
    sum(
      case
        when e.occurred_at >= :from or not {stands} then 0
        when e.kind = 1 then e.amount
        else -e.amount end),
    0) as spend_before
from pilot_member p
left join event e on e.member = p.member and e.kind in (1, 2)
  and e.occurred_at >= :before and e.occurred_at <= :until
{undone e}
where p.pilot = :pilot
group by p.member, p.arm
order by p.member
