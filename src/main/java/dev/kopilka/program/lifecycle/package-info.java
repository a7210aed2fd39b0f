/**
 * Which stages a member's life in a programme has, and from when to when each of them lasts.
 *
 * <p>Doors: {@link dev.kopilka.program.lifecycle.LifecycleTerms}, of a shop or of a club; {@link
 * dev.kopilka.program.lifecycle.Stage}. Promises: terms are periods of whole days or months, judged
 * by local days. Refuses: to look at a member; that is the segment floor's.
 */
package dev.kopilka.program.lifecycle;
