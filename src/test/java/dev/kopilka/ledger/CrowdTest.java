package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.opening;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.home.Ledgers;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen processes spend one balance at the same time. */
class CrowdTest {
  private static final int PROCESSES = 16;
  private static final int EACH = 200;
  private static final String DAY = "2026-05-05";

  @TempDir Path folder;

  @Test
  void aBalanceThatCoversHalfPaysExactlyHalf() throws Exception {
    try (var world = new World(folder, Rules.of(Rules.BASE))) {
      world.all(opening("O", DAY, PROCESSES * EACH / 2, "9999-12-31"));
    }
    var processes = new ArrayList<Process>();
    for (var number = 0; number < PROCESSES; number++) processes.add(start(number));
    var spent = 0;
    var refused = 0;
    for (var process : processes) {
      var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), told);
      spent += Integer.parseInt(told.strip().split(" ")[0]);
      refused += Integer.parseInt(told.strip().split(" ")[1]);
    }
    assertEquals(PROCESSES * EACH / 2, spent);
    assertEquals(PROCESSES * EACH / 2, refused);
    try (var world = World.reopened(Ledgers.at(folder.resolve("shop.db")), Rules.history(Rules.of(Rules.BASE)))) {
      assertEquals(0, world.account().balance());
      assertEquals(1 + PROCESSES * EACH / 2, world.account().events());
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), 1);
    }
  }

  private Process start(int number) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            One.class.getName(),
            Ledgers.at(folder.resolve("shop.db")),
            String.valueOf(number))
        .redirectErrorStream(true)
        .start();
  }

  /** One of the crowd: each redemption in a transaction of its own. */
  static final class One {
    private One() {}

    public static void main(String[] arguments) {
      var programmes = Rules.history(Rules.of(Rules.BASE));
      var spent = 0;
      var refused = 0;
      try (var world = World.reopened(arguments[0], programmes)) {
        for (var i = 0; i < EACH; i++) {
          switch (patiently(world, Ask.redeem(arguments[1] + "-" + i, DAY, 1))) {
            case Answer.Recorded _ -> spent++;
            case Answer.Refused no when no.refusal() == Refusal.POINTS_INSUFFICIENT -> refused++;
            case Answer other -> throw new AssertionError(other);
          }
        }
      }
      System.out.println(spent + " " + refused);
    }

    /** On a crowded machine the lock may not come in time; asking again loses and doubles nothing. */
    private static Answer patiently(World world, Request request) {
      for (var tries = 1; ; tries++) {
        try {
          return world.answer(request);
        } catch (Trouble.Storage busy) {
          if (tries == 10 || !busy.problem().code().equals("DATABASE_BUSY")) throw busy;
        }
      }
    }
  }
}
