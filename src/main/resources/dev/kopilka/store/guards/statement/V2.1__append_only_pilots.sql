-- What keeps pilots from being changed or deleted, on engines that have triggers by statement?
create trigger pilot_stays before update or delete or truncate on pilot
  for each statement execute function kopilka_append_only();
create trigger pilot_member_stays before update or delete or truncate on pilot_member
  for each statement execute function kopilka_append_only();
create trigger pilot_decision_stays before update or delete or truncate on pilot_decision
  for each statement execute function kopilka_append_only();
-- The last step of this schema says so: whoever was stopped before it goes on by `kopilka db migrate`.
update setting set value = '2' where name = 'schema';
