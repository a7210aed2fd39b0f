package dev.kopilka.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One page: its lines, and the steps in its {@code console} blocks. A step is a line that begins
 * with {@code $ }, its further lines that begin with {@code > }, and what is printed. A command that
 * fails is followed by a line {@code [exit 3]}.
 */
record Transcript(Path file, List<String> lines, List<Step> steps) {

  /** A command and what follows it; {@code from} and {@code to} bound the printed lines. */
  record Step(String command, List<String> printed, int from, int to) {}

  static Transcript read(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    var steps = new ArrayList<Step>();
    var inside = false;
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith("```")) inside = line.equals("```console");
      if (!inside || !line.startsWith("$ ")) continue;
      var command = new StringBuilder(line.substring(2));
      var from = i + 1;
      while (from < lines.size() && lines.get(from).startsWith("> ")) {
        command.append('\n').append(lines.get(from++).substring(2));
      }
      var to = from;
      while (!lines.get(to).startsWith("$ ") && !lines.get(to).startsWith("```")) to++;
      steps.add(new Step(command.toString(), lines.subList(from, to), from, to));
      i = to - 1;
      if (lines.get(to).startsWith("```")) {
        inside = false;
        i = to;
      }
    }
    return new Transcript(file, lines, steps);
  }

  /** The page with what was really printed in the place of what it said. */
  String with(List<List<String>> printed) {
    var page = new ArrayList<String>();
    var done = 0;
    for (var i = 0; i < steps.size(); i++) {
      page.addAll(lines.subList(done, steps.get(i).from()));
      page.addAll(printed.get(i));
      done = steps.get(i).to();
    }
    page.addAll(lines.subList(done, lines.size()));
    return String.join("\n", page) + "\n";
  }
}
