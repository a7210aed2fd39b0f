package dev.kopilka.command.imports;

import java.util.List;
import java.util.Random;

/** A small file of a kind, made of sound rows and of whatever people and programs do to rows. */
final class RandomFile {
  static final List<String> KINDS =
      List.of(
          "members", "purchases", "returns", "activities", "surveys", "contracts", "balances",
          "adjustments", "redemptions");

  private static final List<String> WRONG =
      List.of(
          "", " ", "x", "-1", "1e3", "1,234", "1.2345", "99999999999999999999", "2026-02-30", "2099-01-01",
          "1999-01-01", "a\"b", "\"a\nb\"", "\u0000", "\u0007", "=1+1", "+7 916 000-00-00", "31.12.2026",
          "Ж", "\uFEFFx", "1 000,50");

  private final Random random;
  private final String kind;

  RandomFile(long seed, String kind) {
    this.random = new Random(seed);
    this.kind = kind;
  }

  /** The command that imports it. */
  String command() {
    return switch (kind) {
      case "members" -> "enroll";
      case "redemptions" -> "redeem";
      default -> "accrue";
    };
  }

  private String header() {
    return switch (kind) {
      case "members" -> "member,name,phone,email,birth_date,enrolled_at,attr.size";
      case "purchases" -> "id,member,occurred_at,amount,category,sku,points_paid,attr.x";
      case "returns" -> "id,purchase,occurred_at,amount,lines";
      case "activities" -> "id,member,occurred_at,activity,value";
      case "surveys" -> "id,member,occurred_at,survey,score,answer.why";
      case "contracts" -> "id,member,starts_on,ends_on,kind";
      case "balances" -> "id,member,points,earned_at,active_from,expires_on,reason";
      case "adjustments" -> "id,member,points,reason,note";
      default -> "id,member,occurred_at,points,reward";
    };
  }

  private String row() {
    var id = kind.charAt(0) + "" + random.nextInt(40);
    var member = random.nextInt(12) == 0 ? "9" : "" + (1 + random.nextInt(3));
    var day = "2026-11-" + (10 + random.nextInt(12));
    var small = "" + random.nextInt(30);
    return switch (kind) {
      case "members" ->
          "m" + random.nextInt(60) + ",Имя,+7916" + (1_000_000 + random.nextInt(50)) + ",,1990-05-17,2026-02-01,L";
      case "purchases" ->
          id + "," + member + "," + day + "," + small + "0.50,food,," + (random.nextInt(4) == 0 ? small : "") + ",y";
      case "returns" -> id + ",p" + random.nextInt(40) + "," + day + "," + (random.nextBoolean() ? "" : small) + ",";
      case "activities" -> id + "," + member + "," + day + ",visit,";
      case "surveys" -> id + "," + member + "," + day + ",nps," + small + ",so so";
      case "contracts" -> id + "," + member + "," + day + ",2027-01-01,year";
      case "balances" -> id + "," + member + "," + small + "," + day + ",,2027-12-31,";
      case "adjustments" -> id + "," + member + "," + (random.nextInt(40) - 20) + ",goodwill,late";
      default ->
          id + "," + member + "," + day + (random.nextInt(3) == 0 ? ",,cup" : "," + small + ",");
    };
  }

  /** The row with one of its cells, or the row itself, spoilt. */
  private String spoilt(String row) {
    var cells = row.split(",", -1);
    switch (random.nextInt(12)) {
      case 0 -> {
        return row + ",more";
      }
      case 1 -> {
        return row.substring(0, row.length() / 2);
      }
      case 2 -> {
        return "\n" + row + "\n" + row;
      }
      default -> {
        cells[random.nextInt(cells.length)] = WRONG.get(random.nextInt(WRONG.size()));
        return String.join(",", cells);
      }
    }
  }

  String text() {
    var text = new StringBuilder(random.nextInt(25) == 0 ? header().replace('e', 'x') : header());
    var ends = random.nextInt(4) == 0 ? "\r\n" : "\n";
    text.append(ends);
    var count = random.nextInt(30);
    for (var i = 0; i < count; i++) {
      text.append(random.nextInt(4) == 0 ? spoilt(row()) : row()).append(ends);
    }
    if (random.nextInt(20) == 0) text.append("x,\"never closed").append(ends);
    return random.nextInt(10) == 0 ? text.toString().stripTrailing() : text.toString();
  }

  /** Options that change how a run ends. */
  List<String> options() {
    return switch (random.nextInt(8)) {
      case 0 -> List.of("--strict");
      case 1 -> List.of("--max-rejects", "" + random.nextInt(4));
      case 2 -> List.of("--max-rejects", "20%");
      case 3 -> List.of("--expect-rows", "" + random.nextInt(30));
      case 4 -> List.of("--source", "other");
      case 5 -> List.of("--map", "#=" + (kind.equals("members") ? "member" : "id"));
      default -> List.of();
    };
  }
}
