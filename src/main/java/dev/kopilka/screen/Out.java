package dev.kopilka.screen;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * stdout in UTF-8, buffered, whose failures are heard: a reader that went away ends the command in
 * silence, anything else is a storage trouble. PrintStream would swallow both.
 */
final class Out extends OutputStream {
  private final OutputStream stream;
  private final byte[] buffer = new byte[1 << 15];
  private int filled;

  Out(OutputStream stream) {
    this.stream = stream;
  }

  void text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(int b) {
    if (filled == buffer.length) drain();
    buffer[filled++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    for (var at = from; at < from + length; ) {
      if (filled == buffer.length) drain();
      var part = Math.min(buffer.length - filled, from + length - at);
      System.arraycopy(bytes, at, buffer, filled, part);
      filled += part;
      at += part;
    }
  }

  @Override
  public void flush() {
    drain();
    try {
      stream.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void drain() {
    var length = filled;
    // Forgotten before it is written: after a failure nothing may try the same bytes again.
    filled = 0;
    try {
      stream.write(buffer, 0, length);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  static RuntimeException failed(IOException e) {
    var message = String.valueOf(e.getMessage());
    if (message.contains("Broken pipe") || message.contains("pipe is being closed")) {
      return new BrokenPipe();
    }
    // The system's message is in the user's language, so the text alone does not tell.
    if (Terminal.isPipe(1)) return new BrokenPipe();
    return new Trouble.Storage(Problem.of("OUTPUT_FAILED").with("reason", message), e);
  }
}
