package dev.kopilka.store;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.server.Login;
import dev.kopilka.store.server.ServerUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Where a ledger lives: in a file, or on a server. */
public sealed interface Location {
  /** A file, given as a path or as {@code jdbc:sqlite:PATH}. */
  record InFile(Path file) implements Location {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /** A database on a server that speaks PostgreSQL's protocol. */
  record OnServer(ServerUrl url) implements Location {
    @Override
    public String toString() {
      return url.shown();
    }
  }

  String SQLITE = "jdbc:sqlite:";
  Pattern JDBC = Pattern.compile("jdbc:", Pattern.CASE_INSENSITIVE);

  /** Understands the text of {@code --db}; JDBC URLs are code, so few parameters are let through. */
  static Location of(String text) {
    // Pasted with a space in front, a URL would be taken for a path, and repeated.
    if (!text.equals(text.strip())) return of(text.strip());
    if (text.startsWith(ServerUrl.PREFIX)) return new OnServer(ServerUrl.of(text));
    if (JDBC.matcher(text).lookingAt() && !text.startsWith(SQLITE)) {
      throw bad("URL_NOT_KNOWN", text);
    }
    // Taken for paths these would be repeated with all that is in them.
    if (ServerUrl.hasPassword(text)) throw new Trouble.BadInput(Problem.of("URL_PASSWORD"));
    if (ServerUrl.isOfOthers(text)) throw bad("URL_MALFORMED", text);
    var path = text.startsWith(SQLITE) ? text.substring(SQLITE.length()) : text;
    // An empty path is a private temporary database, `:memory:` and `file:` are SQLite's own codes.
    if (path.isEmpty() || path.startsWith(":") || path.startsWith("file:")) {
      throw bad("URL_NOT_A_FILE", text);
    }
    // The driver reads whatever follows a question mark as settings, in a plain path too.
    if (path.contains("?")) throw bad("URL_PARAMETER", text);
    try {
      return new InFile(Path.of(path));
    } catch (InvalidPathException e) {
      throw bad("URL_NOT_A_FILE", text);
    }
  }

  /** The login for two places, if there are no two servers of which one would hear the other's. */
  static Login ofBoth(String one, String other, Login login) {
    var isApart =
        of(one) instanceof OnServer(var first)
            && of(other) instanceof OnServer(var second)
            && !first.hosts().equals(second.hosts());
    return isApart ? Login.NONE : login;
  }

  private static Trouble bad(String code, String text) {
    // What follows may be a secret: of a URL only the scheme is repeated, of a path no settings.
    var shown =
        text.replaceFirst("(?si)^((jdbc:)?[a-z][a-z0-9+._-]*:|//).*", "$1…")
            .replaceFirst("(?s)\\?.*", "?…");
    return new Trouble.BadInput(Problem.of(code).with("found", shown));
  }

  /** What is said of a database in which there is no ledger: a file is then something else. */
  default String withoutLedger() {
    return this instanceof InFile ? "DATABASE_NOT_A_LEDGER" : "DATABASE_MISSING";
  }

  default Trouble trouble(String code) {
    return new Trouble.Storage(Problem.of(code).with("database", toString()), null);
  }

  default Trouble trouble(String code, String setting) {
    var problem = Problem.of(code).with("database", toString()).with("setting", setting);
    return new Trouble.Storage(problem, null);
  }

  default RuntimeException trouble(SQLException e) {
    return trouble(SqlTrouble.of(e));
  }

  /** The trouble with the name of the database, if it is one of storage. */
  default RuntimeException trouble(RuntimeException trouble) {
    if (!(trouble instanceof Trouble.Storage storage)) return trouble;
    return new Trouble.Storage(storage.problem().with("database", toString()), storage.getCause());
  }
}
