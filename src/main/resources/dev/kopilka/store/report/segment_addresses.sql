-- How can the active members of a segment be reached, and to what did they agree?
select m.member, m.code, m.consents, coalesce(p.data_key, '') as data_key,
  coalesce(p.email, '') as email, coalesce(p.phone, '') as phone
from segment_member s
join member m on m.member = s.member
left join person p on p.member = m.member
where s.segment = :segment and m.status = 'active'
order by m.member
