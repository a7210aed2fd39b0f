/**
 * The homes of the ledgers that the tests make: files, or databases on a real server.
 *
 * <p>Doors: {@link dev.kopilka.home.Ledgers} and {@link dev.kopilka.home.Server}; {@link
 * dev.kopilka.home.Cluster} for a server that a test stops, {@link dev.kopilka.home.Proxy} for links
 * that it cuts. Promises: a ledger is its test's own. Refuses: to pass over a test because there is
 * no server.
 */
package dev.kopilka.home;
