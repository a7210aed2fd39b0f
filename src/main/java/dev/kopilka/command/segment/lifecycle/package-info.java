/**
 * The command about stages of members' lives.
 *
 * <p>Door: {@link dev.kopilka.command.segment.lifecycle.LifecycleCommand}. Refuses: telling stages,
 * which is {@code dev.kopilka.segment.lifecycle}'s.
 */
package dev.kopilka.command.segment.lifecycle;
