/**
 * Answers as people look at them. Pages in a real browser: what is drawn, how it fits a phone and
 * paper, what it asks the network for. The same reports as workbooks and on a terminal.
 */
package dev.kopilka.browser;
