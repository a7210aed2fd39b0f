-- The same for who may not read codes: their places in the order of codes stand for them.
select member, lpad(cast(place as varchar), 12, '0') as code
from member_place
