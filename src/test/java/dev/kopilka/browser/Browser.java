package dev.kopilka.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A headless Chromium, spoken to in its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private String session = "";
  private int last;

  private Browser(Process process, String address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listening(heard))
            .join();
  }

  /** Starts one with an empty profile; where there is none the test says what to install. */
  static Browser start(Path profile) throws IOException {
    var program =
        PROGRAMS.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        "no Chromium among " + PROGRAMS + ": install one, such as Debian's package"
                            + " chromium (src/build/browser does it for root)"));
    var builder =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true);
    // Its sockets go where its profile is, and are removed with it.
    builder.environment().put("TMPDIR", profile.getParent().toString());
    var process = builder.start();
    var browser = new Browser(process, address(process));
    browser.openTab();
    return browser;
  }

  private static String address(Process process) throws IOException {
    var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var said = new StringBuilder();
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      var at = line.indexOf("ws://");
      if (at >= 0) {
        // What it says later is of no interest, but a full pipe would stop it.
        Thread.ofVirtual().start(() -> out.lines().forEach(later -> {}));
        return line.substring(at);
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("Chromium did not start:\n" + said);
  }

  private void openTab() throws IOException {
    var target = ask("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    session =
        ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    for (var part : List.of("Page", "Network", "Runtime", "Log")) ask(part + ".enable", Map.of());
  }

  /** Sends a question and waits for its answer; events that come meanwhile are kept. */
  JsonNode ask(String method, Map<String, ?> parameters) throws IOException {
    var question = JSON.createObjectNode().put("id", ++last).put("method", method);
    question.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) question.put("sessionId", session);
    socket.sendText(question.toString(), true).join();
    while (true) {
      var answer = next();
      if (answer.path("id").asInt() != last) continue;
      if (answer.has("error")) throw new AssertionError(method + ": " + answer.path("error"));
      return answer.path("result");
    }
  }

  private JsonNode next() {
    try {
      var message = heard.poll(SECONDS, TimeUnit.SECONDS);
      if (message == null) throw new AssertionError("Chromium is silent");
      if (message.has("method")) events.add(message);
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Opens a file as on a screen of that size, and waits until it is loaded and drawn. */
  void open(Path file, int width, int height) throws IOException {
    resize(width, height);
    events.clear();
    ask("Page.navigate", Map.of("url", file.toUri().toString()));
    while (events.stream().noneMatch(event -> is(event, "Page.loadEventFired"))) next();
  }

  /** Makes the screen that size; what is narrow is a phone. */
  void resize(int width, int height) throws IOException {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  private static boolean is(JsonNode event, String method) {
    return event.path("method").asText().equals(method);
  }

  /** What an expression is worth on the page. */
  JsonNode eval(String expression) throws IOException {
    return eval(expression, false);
  }

  /** What a promise comes to. */
  JsonNode evalLater(String promise) throws IOException {
    return eval(promise, true);
  }

  private JsonNode eval(String expression, boolean isPromise) throws IOException {
    var asked = Map.of("expression", expression, "returnByValue", true, "awaitPromise", isPromise);
    var answer = ask("Runtime.evaluate", asked);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** What the page asked the network for since it was opened. */
  List<String> requests() {
    var urls = new ArrayList<String>();
    for (var event : events) {
      if (is(event, "Network.requestWillBeSent")) {
        urls.add(event.path("params").path("request").path("url").asText());
      }
    }
    return urls;
  }

  /** What went wrong on the page since it was opened, breaches of its policy among it. */
  List<String> complaints() {
    var complaints = new ArrayList<String>();
    for (var event : events) {
      if (is(event, "Runtime.exceptionThrown") || is(event, "Log.entryAdded")) {
        complaints.add(event.path("params").toString());
      }
    }
    return complaints;
  }

  @Override
  public void close() {
    socket.abort();
    var helpers = process.descendants().toList();
    process.destroy();
    try {
      // Its profile is in a folder that is removed next.
      process.waitFor(SECONDS, TimeUnit.SECONDS);
      // Its helpers outlive it by a moment, and one of them writes there to the last.
      for (var helper : helpers) {
        helper.destroyForcibly();
        helper.onExit().get(SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts the parts of each message together. */
  private static final class Listening implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> heard;
    private final StringBuilder message = new StringBuilder();

    Listening(BlockingQueue<JsonNode> heard) {
      this.heard = heard;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
      message.append(part);
      if (isLast) {
        try {
          heard.add(JSON.readTree(message.toString()));
        } catch (IOException e) {
          throw new AssertionError(e);
        }
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
