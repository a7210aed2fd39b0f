/** Pages in a real browser: what is drawn, how it fits a phone and paper, what it asks the network for. */
package dev.kopilka.browser;
