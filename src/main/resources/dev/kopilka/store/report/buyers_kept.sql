-- What has each member bought in all, for how much, and when last, as the accounts keep it?
-- What a merged card bought is in the account of the member whom it belongs to, and its own is empty.
select member, last_purchase_at, purchases, spend
from account
where purchases > 0
