package dev.kopilka.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.command.Catalogue;
import dev.kopilka.command.Common;
import dev.kopilka.command.help.Texts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Words;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  static Stream<String> paths() {
    return Catalogue.paths().stream();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCommonOptionIsExplained(Language language) {
    var texts = new Texts(Words.in(language), "common");
    for (var option : Common.options()) {
      assertFalse(texts.about(option).isEmpty(), option.name());
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aPageShowsUsageExamplesAndExitCodes(String path) {
    var page = Typed.anywhere().type(path + " --help");
    assertEquals(Exit.DONE, page.exit(), page.err());
    assertTrue(page.out().contains("\nUsage: kopilka " + path), page.out());
    assertTrue(page.out().contains("\nExamples:\n  kopilka "), page.out());
    assertTrue(page.out().contains("\nExit codes:\n  0  Done"), page.out());
    assertEquals(page, Typed.anywhere().type("help " + path));
  }

  @Test
  void noLineIsWiderThanAPage() {
    for (var language : new String[] {"en", "ru"}) {
      for (var path : Catalogue.paths()) {
        var page = Typed.anywhere().type(path + " --help --lang " + language).out();
        // An example is one line whatever its length, so that it can be copied.
        var wide = page.lines().filter(l -> l.length() > 96 && !l.startsWith("  kopilka")).toList();
        assertEquals(List.of(), wide);
      }
    }
  }

  @Test
  void nothingTypedIsTheListOfCommands() {
    var nothing = Typed.anywhere().run();
    assertEquals(Exit.DONE, nothing.exit());
    assertEquals(nothing, Typed.anywhere().type("--help"));
    assertEquals(nothing, Typed.anywhere().type("help"));
    for (var head : Catalogue.heads())
      assertTrue(nothing.out().contains("\n  " + head + " "), head);
  }
}
