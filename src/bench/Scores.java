import java.util.zip.CRC32;

/** Tells whether two answers about all members are the same, whatever form members and money have in them. */
final class Scores {
  private final CRC32 sum = new CRC32();
  private long members;

  /** The number of members and a checksum of all that is said of them. */
  String of(String csv) {
    var from = csv.startsWith("member,") ? csv.indexOf('\n') + 1 : 0;
    while (from < csv.length()) {
      var end = csv.indexOf('\n', from);
      take(csv.substring(from, end < 0 ? csv.length() : end).strip());
      from = end < 0 ? csv.length() : end + 1;
    }
    return members + " members, " + Long.toHexString(sum.getValue());
  }

  /** {@code M00000012,5,3,120.50,5,2,1}, or the same as {@code 12,5,3,12050,5,2,1}. */
  private void take(String line) {
    if (line.isEmpty()) return;
    var cells = line.split(",");
    members++;
    for (var cell : cells) add(Long.parseLong(cell.replace("M", "").replace(".", "")));
  }

  private void add(long number) {
    for (var shift = 0; shift < 64; shift += 8) sum.update((int) (number >>> shift) & 0xff);
  }
}
