import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that was run to its end.
 *
 * @param seconds by the clock
 * @param processor seconds of the processor: on a busy machine these tell more than the clock
 * @param peak the most memory that it ever had, in KB; 0 where the system does not tell
 * @param said what it wrote, empty where that was not kept
 */
record Ran(double seconds, double processor, long peak, String said) {
  /** Runs it in a folder; its answers go nowhere. */
  static Ran of(Path folder, List<String> command, String input) throws Exception {
    return of(folder, command, input, ProcessBuilder.Redirect.DISCARD);
  }

  /** Runs it and keeps what it writes. */
  static Ran saying(Path folder, List<String> command, String input) throws Exception {
    var out = Files.createTempFile("kopilka-bench", ".out");
    try {
      var ran = of(folder, command, input, ProcessBuilder.Redirect.to(out.toFile()));
      return new Ran(ran.seconds, ran.processor, ran.peak, Files.readString(out));
    } finally {
      Files.delete(out);
    }
  }

  private static Ran of(Path folder, List<String> command, String input, ProcessBuilder.Redirect answers)
      throws Exception {
    var errors = Files.createTempFile("kopilka-bench", ".err");
    try {
      var began = System.nanoTime();
      var process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(answers).redirectError(errors.toFile()).start();
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException nobodyReads) {
        // The exit code tells.
      }
      var peak = 0L;
      var spent = 0.0;
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, memory(process.pid()));
        spent = Math.max(spent, spent(process.pid()));
      }
      var seconds = (System.nanoTime() - began) / 1e9;
      if (process.exitValue() == 0) return new Ran(seconds, spent, peak, "");
      throw new IOException(command + " ended with " + process.exitValue() + ": " + Files.readString(errors));
    } finally {
      Files.delete(errors);
    }
  }

  private static long memory(long process) {
    try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  private static double spent(long process) {
    try {
      var fields = Files.readString(Path.of("/proc/" + process + "/stat")).replaceAll("^.*\\) ", "").split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
