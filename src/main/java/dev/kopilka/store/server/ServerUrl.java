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

  private static final Pattern FORM =
      Pattern.compile("//([A-Za-z0-9_.:,\\[\\]-]+)/([^/?#@]+)(?:\\?(.*))?");
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");
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

  public ServerUrl {
    parameters = Map.copyOf(parameters);
  }

  /** Takes the text of {@code --db} apart; nothing of a bad one is repeated but names. */
  public static ServerUrl of(String text) {
    var matcher = FORM.matcher(text.substring(PREFIX.length()));
    if (!matcher.matches()) throw bad(Problem.of("URL_MALFORMED").with("found", PREFIX + "…"));
    var parameters = new TreeMap<String, String>();
    var rest = matcher.group(3) == null ? "" : matcher.group(3);
    for (var pair : rest.split("&")) {
      if (pair.isEmpty()) continue;
      var equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      if (name.toLowerCase(Locale.ROOT).contains("password")) throw bad(Problem.of("URL_PASSWORD"));
      if (!KNOWN.contains(name)) throw unknown(name);
      parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return new ServerUrl(matcher.group(1), decoded(matcher.group(2)), parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException halfAnEscape) {
      throw bad(Problem.of("URL_MALFORMED").with("found", PREFIX + "…"));
    }
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
