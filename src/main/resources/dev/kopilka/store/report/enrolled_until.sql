-- Who was enrolled by a moment, and who of them is another member now?
select member, merged_into
from member
where enrolled_at <= :until
