/**
 * The pure deciders: a situation and a request in, a posting or a refusal out.
 *
 * <p>Door: {@link dev.kopilka.ledger.decide.Deciders}, which picks the decider of a request.
 *
 * <p>Promises: no decision reads a database, a clock or another member. The order inside is always
 * shape, member, rule book, arithmetic, invariant. Refuses: exceptions for expected refusals.
 */
package dev.kopilka.ledger.decide;
