package dev.kopilka.app;

/** The version of this build, as the jar's manifest has it. */
final class Version {
  private Version() {}

  static String line() {
    var version = Version.class.getPackage().getImplementationVersion();
    return "kopilka " + (version == null ? "development" : version);
  }
}
