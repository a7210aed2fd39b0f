-- What keeps the ledger and the log from being changed or deleted, on engines whose triggers look at rows alone?
-- Whoever empties a table as a whole is kept from it by rights alone.
create function kopilka_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'KOPILKA_APPEND_ONLY %', tg_table_name;
end $$;
create trigger event_stays before update or delete on event
  for each row execute function kopilka_append_only();
create trigger entry_stays before update or delete on entry
  for each row execute function kopilka_append_only();
create trigger draw_stays before update or delete on draw
  for each row execute function kopilka_append_only();
create trigger log_stays before update or delete on log
  for each row execute function kopilka_append_only();
