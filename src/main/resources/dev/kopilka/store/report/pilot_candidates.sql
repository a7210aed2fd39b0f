-- Who may be dealt to the arms of a pilot, and by what may they be put together first?
select m.member, m.code, m.status, m.channel,
  coalesce(
    (select s.tier
     from standing s
     where s.member = m.member and s.from_day <= :day
     order by s.entry desc
     limit 1),
    '') as tier,
  coalesce(a.value, '') as attribute
from member m
left join attribute a on a.member = m.member and a.name = :attribute
where :segment = ''
  or exists (
    select 1
    from segment_member s
    where s.segment = :segment and s.member = m.member)
order by m.member
