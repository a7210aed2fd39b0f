import java.sql.DriverManager;

/**
 * Runs statements on a DuckDB file, with its JDBC driver on the class path: {@code java Duck.java FILE SQL...}. Says
 * how many seconds and processor seconds opening the file and the statements took, without the start of Java.
 */
final class Duck {
  private Duck() {}

  public static void main(String[] args) throws Exception {
    var driver = DriverManager.getDriver("jdbc:duckdb:");
    // Its native library is unpacked by the first connection, which a program of its own would not have to do.
    driver.connect("jdbc:duckdb:", new java.util.Properties()).close();
    var spent = spent();
    var began = System.nanoTime();
    try (var connection = driver.connect("jdbc:duckdb:" + args[0], new java.util.Properties());
        var statement = connection.createStatement()) {
      for (var i = 1; i < args.length; i++) statement.execute(args[i]);
    }
    System.out.println("seconds " + (System.nanoTime() - began) / 1e9 + " processor " + (spent() - spent));
  }

  private static double spent() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }
}
