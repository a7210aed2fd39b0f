-- How can the active members of any segment be reached, and to what did they agree?
select m.member, m.code, m.consents, coalesce(p.data_key, '') as data_key,
  coalesce(p.email, '') as email, coalesce(p.phone, '') as phone
from member m
left join person p on p.member = m.member
where m.status = 'active' and m.member in (select member from segment_member)
order by m.member
