package dev.kopilka.store.server;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/** Makes connections to a server: ours are the safe defaults, what the URL says comes after. */
public final class Connecting {
  /** Without it the driver reads a whole answer into memory (TRAPS 28). */
  private static final String FETCH = "2000";

  /** What the driver has to say comes with its exceptions; on stderr it would stand amid our words. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    DRIVER.setLevel(Level.OFF);
  }

  private Connecting() {}

  /** A new connection, as the driver makes it. */
  public static Connection to(ServerUrl url, Login login) throws SQLException {
    return new Driver().connect(url.bare(), properties(url, login));
  }

  /** What the driver is told: ours first, then what the URL may say. */
  static Properties properties(ServerUrl url, Login login) {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "kopilka");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    // What is acknowledged must be on disk, whatever the server does for others.
    properties.setProperty("options", "-c synchronous_commit=on");
    properties.setProperty("defaultRowFetchSize", FETCH);
    // What the server says about a row may be personal, and it would end up in an error.
    properties.setProperty("logServerErrorDetail", "false");
    if (!url.isLoopback()) properties.setProperty("sslmode", "verify-full");
    url.parameters().forEach(properties::setProperty);
    if (properties.getProperty("sslmode", "").startsWith("verify") && !hasRoot(properties)) {
      // Without a root certificate of its own the server is checked as any web server would be.
      properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    login.password().get().ifPresent(password -> properties.setProperty("password", password));
    return properties;
  }

  private static boolean hasRoot(Properties properties) {
    return properties.containsKey("sslrootcert")
        || new File(System.getProperty("user.home"), ".postgresql/root.crt").exists();
  }
}
