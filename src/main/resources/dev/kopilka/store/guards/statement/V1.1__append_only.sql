-- What keeps the ledger and the log from being changed or deleted, on engines that have triggers by statement?
-- One trigger a statement: it costs an import nothing.
create function kopilka_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'KOPILKA_APPEND_ONLY %', tg_table_name;
end $$;
create trigger event_stays before update or delete or truncate on event
  for each statement execute function kopilka_append_only();
create trigger entry_stays before update or delete or truncate on entry
  for each statement execute function kopilka_append_only();
create trigger draw_stays before update or delete or truncate on draw
  for each statement execute function kopilka_append_only();
create trigger log_stays before update or delete or truncate on log
  for each statement execute function kopilka_append_only();
