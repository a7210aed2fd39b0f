/**
 * A YAML text as a tree whose every node knows its line and column, read more strictly than YAML
 * asks: all scalars are text until a form types them, and nothing is guessed.
 *
 * <p>Doors: {@link dev.kopilka.program.tree.Trees} (bytes to tree), {@link
 * dev.kopilka.program.tree.Section} and {@link dev.kopilka.program.tree.Form} (tree to values),
 * {@link dev.kopilka.program.tree.Findings} (all that is wrong), {@link
 * dev.kopilka.program.tree.Paths} (tree to flat lines, for comparing).
 *
 * <p>Promises: all findings, not the first one; no double, no locale, no exponent. Refuses:
 * anchors, aliases, tags, a second document, duplicate keys, more than 1 MB, more than 20 levels.
 */
package dev.kopilka.program.tree;
