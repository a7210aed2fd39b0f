/**
 * Imports taken back.
 *
 * <p>Door: {@link dev.kopilka.bulk.undo.Undo}, which undoes what a run recorded by further events.
 *
 * <p>Promises: nothing is deleted; whatever is undone is undone once, however often it is asked for;
 * what cannot be undone is told row by row. Refuses: members and returns, which no event undoes.
 */
package dev.kopilka.bulk.undo;
