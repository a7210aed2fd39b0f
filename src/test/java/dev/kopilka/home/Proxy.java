package dev.kopilka.home;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A link to the server that can be cut at the moment that matters: around a COMMIT. */
public final class Proxy implements AutoCloseable {
  private static final int CHUNK = 64 << 10;

  /** When a link is cut. */
  public enum Cut {
    NEVER,
    /** The server never hears of the commit. */
    BEFORE_COMMIT,
    /** The server commits, and the caller never hears of it. */
    AFTER_COMMIT
  }

  private final ServerSocket door;
  private final int server;
  private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NEVER);
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** To the server at that port of this machine. */
  public Proxy(int server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** The next commit through any link is the one at which that link is cut, once. */
  public void cut(Cut when) {
    next.set(when);
  }

  /** Whether the cut that was asked for has happened. */
  public boolean hasCut() {
    return next.get() == Cut.NEVER;
  }

  private static void thread(Runnable work) {
    var thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        var caller = door.accept();
        var there = new Socket(InetAddress.getLoopbackAddress(), server);
        caller.setTcpNoDelay(true);
        there.setTcpNoDelay(true);
        open.addAll(List.of(caller, there));
        var link = new Link(caller, there);
        thread(link::forth);
        thread(link::back);
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  /** One caller and the server. */
  private final class Link {
    private final Socket caller;
    private final Socket there;
    private volatile boolean isDeaf;

    Link(Socket caller, Socket there) {
      this.caller = caller;
      this.there = there;
    }

    void forth() {
      pump(caller, there, true);
    }

    void back() {
      pump(there, caller, false);
    }

    private void pump(Socket from, Socket to, boolean isForth) {
      var chunk = new byte[CHUNK];
      try {
        var in = from.getInputStream();
        var out = to.getOutputStream();
        for (var got = in.read(chunk); got >= 0; got = in.read(chunk)) {
          if (isForth && isCommit(chunk, got) && !mayPass(out, chunk, got)) break;
          if (!isForth && isDeaf) break;
          out.write(chunk, 0, got);
          out.flush();
        }
      } catch (IOException cut) {
        // Either side has gone.
      }
      close(from);
      close(to);
    }

    private boolean mayPass(OutputStream out, byte[] chunk, int got) throws IOException {
      return switch (next.getAndSet(Cut.NEVER)) {
        case NEVER -> true;
        case BEFORE_COMMIT -> false;
        case AFTER_COMMIT -> {
          isDeaf = true;
          out.write(chunk, 0, got);
          out.flush();
          answered();
          yield false;
        }
      };
    }

    /** The other pump has read the server's answer and closes both sides. */
    private void answered() throws IOException {
      var end = caller.getInputStream();
      while (end.read() >= 0) continue;
    }
  }

  private static boolean isCommit(byte[] chunk, int length) {
    return new String(chunk, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT\0");
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // It was closed from the other side.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(Proxy::close);
  }
}
