package dev.kopilka.bulk;

import dev.kopilka.bulk.form.Form;

/**
 * How rows become requests and where these go, once it is known as of when the run counts: a run
 * that is continued goes on as of its first beginning.
 *
 * @param <R> what is asked for
 */
public interface Trade<R> {
  /** Reads rows as they would have been read at that moment, milliseconds since 1970 UTC. */
  Form<R> form(long startedAt);

  /** Books them as recorded at that moment. */
  Booking<R> booking(long startedAt);
}
