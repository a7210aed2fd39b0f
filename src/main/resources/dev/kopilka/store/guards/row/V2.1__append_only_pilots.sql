-- What keeps pilots from being changed or deleted, on engines whose triggers look at rows alone?
create trigger pilot_stays before update or delete on pilot
  for each row execute function kopilka_append_only();
create trigger pilot_member_stays before update or delete on pilot_member
  for each row execute function kopilka_append_only();
create trigger pilot_decision_stays before update or delete on pilot_decision
  for each row execute function kopilka_append_only();
-- The last step of this schema says so: whoever was stopped before it goes on by `kopilka db migrate`.
update setting set value = '2' where name = 'schema';
