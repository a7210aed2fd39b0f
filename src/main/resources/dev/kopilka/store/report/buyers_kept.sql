-- What has each participant bought in all, for how much, and when last, as the accounts keep it?
-- What a merged card bought is in the account of the member whom it belongs to, and its own is empty.
select a.member, m.code, a.last_purchase_at, a.purchases, a.spend
from account a
join member m on m.member = a.member
where a.purchases > 0 and m.status in ('active', 'blocked')
