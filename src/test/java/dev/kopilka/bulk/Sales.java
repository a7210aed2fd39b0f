package dev.kopilka.bulk;


import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Files of random purchases, visits, balances and redemptions, most of them good. */
record Sales(Path folder) {
  Path file(String name, String header, List<String> rows) throws Exception {
    var file = folder.resolve(name + System.nanoTime() + ".csv");
    return Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
  }

  private static String day(Random random) {
    return LocalDate.of(2029, 1, 2).plusDays(random.nextInt(370)).toString();
  }

  private static String member(Random random) {
    return "M" + random.nextInt(33);
  }

  private static List<String> purchases(Random random, boolean scattered) {
    var rows = new ArrayList<String>();
    for (var i = 0; i < 300; i++) {
      var member = member(random);
      var at = day(random);
      var lines = random.nextInt(4) == 0 ? 3 : 1;
      for (var line = 0; line < lines; line++) {
        var amount = random.nextInt(25) == 0 ? "x" : "" + random.nextInt(300);
        var paid = random.nextInt(6) == 0 && line == 0 ? "" + random.nextInt(20) : "";
        var whose = line > 0 && random.nextBoolean() ? "" : member;
        rows.add("P-" + i + "," + whose + "," + (line == 0 ? at : "") + "," + amount + ",c" + line + "," + paid);
      }
    }
    if (scattered) Collections.swap(rows, 3, rows.size() - 2);
    // The same once more is a repetition; the same with another amount is refused.
    rows.add("P-0 ," + rows.getFirst().split(",")[1] + ",2029-05-01,10,,");
    return rows;
  }

  List<Path> files(Random random, boolean scattered) throws Exception {
    var balances = new ArrayList<String>();
    for (var i = 0; i < 31; i++) balances.add("O-" + i + ",M" + i + ",40,2029-01-02,2029-01-02,2029-12-01");
    var visits = new ArrayList<String>();
    for (var i = 0; i < 200; i++) visits.add("V-" + i % 190 + "," + "M" + i % 19 + "," + day(random) + ",visit");
    var spent = new ArrayList<String>();
    for (var i = 0; i < 120; i++) spent.add("S-" + i + "," + member(random) + "," + day(random) + "," + random.nextInt(9));
    return List.of(
        file("balances", "id,member,points,earned_at,active_from,expires_on", balances),
        file("purchases", "id,member,occurred_at,amount,category,points_paid", purchases(random, scattered)),
        file("visits", "id,member,occurred_at,activity", visits),
        file("spent", "id,member,occurred_at,points", spent));
  }
}
