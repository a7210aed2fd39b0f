package dev.kopilka.screen;

import dev.kopilka.screen.progress.Showing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a screen printed. */
record Shown(String out, String err) {
  /** Something to do on a screen. */
  interface Act {
    void on(Screen screen);
  }

  static Shown with(Style style, boolean isTerminal, Act act) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var streams = new Screen.Streams(out, err, isTerminal);
    var screen = new Screen(streams, style, Words.in(Language.EN));
    act.on(screen);
    screen.flush();
    return new Shown(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static String in(Format format, Act act) {
    return with(Style.PLAIN.in(format), false, act).out();
  }

  static Style columns(Format format, String... names) {
    return new Style(format, List.of(names), false, false, new Style.Paint(false, false), Showing.NONE);
  }
}
