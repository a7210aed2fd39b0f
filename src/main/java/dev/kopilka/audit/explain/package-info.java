/**
 * Where each point came from and where it went, as phrases that the screen has words for.
 *
 * <p>Door: {@link dev.kopilka.audit.explain.Explanation}. Promises: tells what is stored and the
 * rule of the version that judged it; where a sum can be reckoned again, it is. Refuses: words.
 */
package dev.kopilka.audit.explain;
