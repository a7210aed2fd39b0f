package dev.kopilka.app;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A server without a single row, of which {@link Train} learns what a connection loads: a build must
 * not need PostgreSQL. It speaks so much of its protocol (PostgreSQL's manual, "Frontend/Backend
 * Protocol") as a command uses that asks questions and has no answer.
 */
final class EmptyServer implements AutoCloseable {
  private static final Map<String, String> SAYS =
      Map.of(
          "server_version", "17.0",
          "server_encoding", "UTF8",
          "client_encoding", "UTF8",
          "DateStyle", "ISO, MDY",
          "TimeZone", "UTC",
          "integer_datetimes", "on",
          "standard_conforming_strings", "on");

  private final ServerSocket door;
  private final Thread thread;

  EmptyServer() throws IOException {
    door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    thread = Thread.ofPlatform().daemon().start(this::serve);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + "/train?user=train&sslmode=disable";
  }

  private void serve() {
    while (!door.isClosed()) {
      try (var link = door.accept()) {
        talk(link);
      } catch (IOException e) {
        // The other side has hung up, or the door was closed: there is nobody left to tell.
      }
    }
  }

  private static void talk(Socket link) throws IOException {
    var in = new DataInputStream(link.getInputStream());
    var out = new DataOutputStream(new BufferedOutputStream(link.getOutputStream()));
    in.readNBytes(in.readInt() - Integer.BYTES);
    say(out, 'R', new byte[Integer.BYTES]);
    for (var said : SAYS.entrySet()) say(out, 'S', text(said.getKey() + "\0" + said.getValue() + "\0"));
    say(out, 'K', new byte[2 * Integer.BYTES]);
    ready(out);
    var asks = false;
    for (var type = in.read(); type >= 0 && type != 'X'; type = in.read()) {
      var body = in.readNBytes(in.readInt() - Integer.BYTES);
      if (type == 'P' || type == 'Q') asks = asks(type, body);
      answer(out, type, asks);
    }
  }

  /** Whether a statement has rows for an answer, as far as its first word tells. */
  private static boolean asks(int type, byte[] body) {
    var said = new String(body, StandardCharsets.UTF_8);
    var sql = type == 'P' ? said.substring(said.indexOf('\0') + 1) : said;
    return sql.strip().toLowerCase(Locale.ROOT).matches("(?s)(select|with|show)\\b.*");
  }

  private static void answer(DataOutputStream out, int type, boolean asks) throws IOException {
    switch (type) {
      case 'P' -> say(out, '1', new byte[0]);
      case 'B' -> say(out, '2', new byte[0]);
      case 'C' -> say(out, '3', new byte[0]);
      case 'D' -> describe(out, asks);
      case 'E' -> say(out, 'C', text("SELECT 0\0"));
      case 'S' -> ready(out);
      case 'Q' -> {
        if (asks) describe(out, true);
        say(out, 'C', text("SELECT 0\0"));
        ready(out);
      }
      default -> throw new IOException("not spoken here: " + (char) type);
    }
  }

  /** Of one column of texts, and no row; or that there is nothing to describe. */
  private static void describe(DataOutputStream out, boolean asks) throws IOException {
    if (!asks) {
      say(out, 'n', new byte[0]);
      return;
    }
    var body = new ByteArrayOutputStream();
    var row = new DataOutputStream(body);
    row.writeShort(1);
    row.write(text("answer\0"));
    row.writeInt(0);
    row.writeShort(0);
    row.writeInt(25);
    row.writeShort(-1);
    row.writeInt(-1);
    row.writeShort(0);
    say(out, 'T', body.toByteArray());
  }

  private static void ready(DataOutputStream out) throws IOException {
    say(out, 'Z', text("I"));
    out.flush();
  }

  private static void say(DataOutputStream out, char type, byte[] body) throws IOException {
    out.writeByte(type);
    out.writeInt(body.length + Integer.BYTES);
    out.write(body);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      door.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
