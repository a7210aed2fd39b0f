/**
 * How a server is found and entered, and how statements go there.
 *
 * <p>Doors: {@link dev.kopilka.store.server.ServerUrl} (what a JDBC URL may say), {@link
 * dev.kopilka.store.server.Password} (where the password comes from) {@link
 * dev.kopilka.store.server.Connecting}, {@link dev.kopilka.store.server.ServerQuery} and {@link
 * dev.kopilka.store.server.Outbox} (statements that go together).
 *
 * <p>Promises: TLS with a checked name for every host that is not this machine; no password in any
 * text. Refuses: parameters that it does not know, for to the driver a URL is code.
 */
package dev.kopilka.store.server;
