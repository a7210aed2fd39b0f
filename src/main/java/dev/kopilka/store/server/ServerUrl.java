package dev.kopilka.store.server;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A JDBC URL of a server. To the driver such a URL is code (it can load classes and files), so it is
 * taken apart here, and only what is known to be harmless is handed on. A password has no place in
 * it: command lines are seen by everybody on the machine.
 *
 * @param hosts one or several, {@code host:port}, separated by commas
 */
public record ServerUrl(String hosts, String database, Map<String, String> parameters) {
  public static final String PREFIX = "jdbc:postgresql:";

  private static final String HOST =
      "(?:[A-Za-z0-9_.-]+|\\[[A-Fa-f0-9:.]+])(?::[0-9]{1,5})?";
  private static final Pattern PORT = Pattern.compile(":([0-9]+)(?=,|$)");
  private static final int MOST = 65_535;
  private static final Pattern FORM =
      Pattern.compile("//(HOST(?:,HOST)*)/([^/?#@]+)(?:\\?(.*))?".replace("HOST", HOST));
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");
  private static final Pattern SETTINGS = Pattern.compile("[;&=]");
  private static final Pattern PASSWORD =
      Pattern.compile("(password|passwd|pwd)\\s*=", Pattern.CASE_INSENSITIVE);

  /** As libpq and others write them, with or without a scheme. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "[a-z][a-z0-9+.-]*://|postgres(ql)?:|//|[^/]*:[^/]*@", Pattern.CASE_INSENSITIVE);

  private static final List<String> KNOWN =
      List.of(
          "user",
          "sslmode",
          "sslrootcert",
          "sslcert",
          "sslkey",
          "connectTimeout",
          "socketTimeout",
          "loginTimeout",
          "tcpKeepAlive",
          "targetServerType",
          "currentSchema",
          "ApplicationName");

  private static final List<String> SECONDS = List.of("0", "1", "2", "…");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

  /** What those take that take few words; of others the driver or the server tells. */
  private static final Map<String, List<String>> TAKEN =
      Map.of(
          "sslmode",
          List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
          "connectTimeout",
          SECONDS,
          "socketTimeout",
          SECONDS,
          "loginTimeout",
          SECONDS,
          "tcpKeepAlive",
          List.of("true", "false"),
          "targetServerType",
          List.of("any", "primary", "secondary", "preferPrimary", "preferSecondary"));

  public ServerUrl {
    parameters = Map.copyOf(parameters);
  }

  /** Takes the text of {@code --db} apart; nothing of a bad one is repeated but names. */
  public static ServerUrl of(String text) {
    var matcher = FORM.matcher(text.substring(PREFIX.length()));
    if (!matcher.matches() || !hasPorts(matcher.group(1))) throw malformed();
    var parameters = new TreeMap<String, String>();
    var rest = matcher.group(3) == null ? "" : matcher.group(3);
    for (var pair : rest.split("&")) {
      if (pair.isEmpty()) continue;
      var equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      if (name.toLowerCase(Locale.ROOT).contains("password")) throw bad(Problem.of("URL_PASSWORD"));
      if (!KNOWN.contains(name)) throw unknown(name);
      parameters.put(name, checked(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))));
    }
    var database = decoded(matcher.group(2));
    // Settings that others begin so would be shown with the name.
    if (SETTINGS.matcher(database).find()) throw malformed();
    return new ServerUrl(matcher.group(1), database, parameters);
  }

  /** For others the driver gives no connection, and no reason. */
  private static boolean hasPorts(String hosts) {
    return PORT.matcher(hosts)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .allMatch(port -> port > 0 && port <= MOST);
  }

  /** Whether a text that is no URL of ours holds a password, by the name that it goes by. */
  public static boolean hasPassword(String text) {
    return PASSWORD.matcher(text).find();
  }

  /** Whether it names a place as other programs do. */
  public static boolean isOfOthers(String text) {
    return OTHERS.matcher(text).lookingAt();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException halfAnEscape) {
      throw malformed();
    }
  }

  /** A value that is none is not repeated: who knows what it is. */
  private static String checked(String name, String value) {
    var taken = TAKEN.getOrDefault(name, List.of());
    var fits = taken == SECONDS ? DIGITS.matcher(value).matches() : taken.contains(value);
    if (fits || taken.isEmpty()) return value;
    throw bad(Problem.of("URL_VALUE").with("name", name).with("known", taken));
  }

  private static Trouble malformed() {
    return bad(Problem.of("URL_MALFORMED").with("found", PREFIX + "…"));
  }

  private static Trouble unknown(String name) {
    return bad(
        Problem.of("URL_PARAMETER_UNKNOWN")
            .with("found", name)
            .with("known", KNOWN)
            .with("nearest", Nearest.to(name, KNOWN)));
  }

  private static Trouble bad(Problem problem) {
    return new Trouble.BadInput(problem);
  }

  /** Whether nobody but this machine can listen. */
  public boolean isLoopback() {
    for (var host : hosts.split(",")) if (!LOOPBACK.matcher(host).matches()) return false;
    return true;
  }

  public String user() {
    return parameters.getOrDefault("user", "");
  }

  /** What the driver takes; its parameters go beside it. */
  String bare() {
    return PREFIX + "//" + hosts + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
  }

  /** As it may be shown to anybody. */
  public String shown() {
    return PREFIX + "//" + hosts + "/" + database;
  }
}
