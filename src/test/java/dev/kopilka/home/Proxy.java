package dev.kopilka.home;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A way to the server whose links can be cut at the moments that matter. Where the caller has
 * several, any of them may be the one: a ledger that holds rows by one link and writes by another
 * must do without either.
 */
public final class Proxy implements AutoCloseable {
  private static final String COMMIT = "COMMIT";

  /** When a link is cut. */
  public enum Cut {
    /** Amid anything, between two messages to the server. */
    AMID,
    /** The link that commits is cut, and the server never hears of it; or another one is cut. */
    BEFORE_COMMIT,
    /** The server has committed; nobody hears of it if the link is cut that asked for it. */
    AFTER_COMMIT
  }

  private final ServerSocket door;
  private final int server;
  private final Random random;
  private final List<Link> links = new ArrayList<>();
  private Optional<Cut> next = Optional.empty();
  private int most;
  private int passing;
  private int cuts;
  private int beside;
  private Runnable misfortune = () -> {};

  /** To the server at that port of this machine. */
  public Proxy(int server, long seed) throws IOException {
    this.server = server;
    this.random = new Random(seed);
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  /** The URL of the same database, to be reached this way; what goes there can be read. */
  public String to(String url) {
    return url.replaceFirst("//[^/]+/", "//127.0.0.1:" + door.getLocalPort() + "/") + "&sslmode=disable";
  }

  /** What happens besides whenever a link is cut, before anybody can notice that it is. */
  public synchronized Proxy with(Runnable misfortune) {
    this.misfortune = misfortune;
    return this;
  }

  /** Cuts a link once, at the next such moment. */
  public void cut(Cut when) {
    cut(when, 0);
  }

  /** Cuts a link once, when so many such moments have passed by. */
  public synchronized void cut(Cut when, int passing) {
    this.next = Optional.of(when);
    this.most = 0;
    this.passing = passing;
  }

  /** Cuts links again and again; so many such moments at most pass by up to the next cut. */
  public synchronized void keepCutting(Cut when, int most) {
    this.next = Optional.of(when);
    this.most = most;
    this.passing = random.nextInt(most + 1);
  }

  /** Cuts no more, and answers how often it did in all. */
  public synchronized int stopCutting() {
    next = Optional.empty();
    return cuts;
  }

  /** How often it was a link beside the one that committed. */
  public synchronized int beside() {
    return beside;
  }

  /** The link to cut, if this is a moment to cut one. */
  private synchronized Optional<Link> due(Cut moment, Link here) {
    if (next.filter(moment::equals).isEmpty() || passing-- > 0) return Optional.empty();
    passing = random.nextInt(most + 1);
    if (most == 0) next = Optional.empty();
    cuts++;
    var victim = moment == Cut.AMID ? here : links.get(random.nextInt(links.size()));
    if (victim != here) beside++;
    return Optional.of(victim);
  }

  /** A door that is being closed may let one more in: then that one is not let through. */
  private synchronized boolean isLetIn(Link link) {
    return !door.isClosed() && links.add(link);
  }

  private synchronized void remove(Link link) {
    links.remove(link);
  }

  private static void thread(Runnable work) {
    var thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        connect(door.accept());
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void connect(Socket caller) {
    try {
      var there = new Socket(InetAddress.getLoopbackAddress(), server);
      caller.setTcpNoDelay(true);
      there.setTcpNoDelay(true);
      var link = new Link(caller, there);
      if (isLetIn(link)) {
        thread(link::forth);
        thread(link::back);
      } else {
        link.cut();
      }
    } catch (IOException serverIsAway) {
      hangUp(caller);
    }
  }

  private static DataInputStream in(Socket socket) throws IOException {
    return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  private static DataOutputStream out(Socket socket) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** One caller and the server. */
  private final class Link {
    private final Socket caller;
    private final Socket there;
    /** Names of statements that commit: the driver says the text of a statement only once. */
    private final Set<String> commits = new HashSet<>();
    private volatile Optional<Link> doomed = Optional.empty();

    Link(Socket caller, Socket there) {
      this.caller = caller;
      this.there = there;
    }

    void forth() {
      try (var in = in(caller);
          var out = out(there)) {
        var message = Message.greeting(in);
        do {
          message.to(out);
          if (in.available() == 0) out.flush();
          message = Message.next(in);
        } while (mayPass(message));
      } catch (IOException gone) {
        // Either side has closed it.
      }
      cut();
    }

    private boolean mayPass(Message message) {
      if (due(Cut.AMID, this).isPresent()) return false;
      if (!isCommit(message)) return true;
      var victim = due(Cut.BEFORE_COMMIT, this);
      victim.ifPresent(Link::fall);
      doomed = due(Cut.AFTER_COMMIT, this);
      return victim.filter(this::equals).isEmpty();
    }

    private boolean isCommit(Message message) {
      if (message.type() == Message.PARSE) {
        if (message.text(1).equals(COMMIT)) commits.add(message.text(0));
        else commits.remove(message.text(0));
      }
      return message.type() == Message.BIND && commits.contains(message.text(1));
    }

    void back() {
      try (var in = in(there);
          var out = out(caller)) {
        while (true) {
          var message = Message.next(in);
          if (isCommitted(message)) {
            var victim = doomed;
            doomed = Optional.empty();
            victim.ifPresent(Link::fall);
          }
          message.to(out);
          if (in.available() == 0) out.flush();
        }
      } catch (IOException gone) {
        // Either side has closed it, or it was cut.
      }
      cut();
    }

    private boolean isCommitted(Message message) {
      return message.type() == Message.COMPLETE && message.text(0).equals(COMMIT);
    }

    void fall() {
      misfortune.run();
      cut();
    }

    private void cut() {
      remove(this);
      hangUp(caller);
      hangUp(there);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // It was closed from the other side.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    List<Link> open;
    synchronized (this) {
      open = List.copyOf(links);
    }
    open.forEach(Link::cut);
  }
}
