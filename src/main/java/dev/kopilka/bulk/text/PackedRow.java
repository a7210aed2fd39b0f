package dev.kopilka.bulk.text;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A row as few bytes, for sorting and for keeping many; nothing of it is lost. */
public final class PackedRow {
  private ByteBuffer out = ByteBuffer.allocate(1024);

  /** The bytes of a row. */
  public byte[] pack(Row row) {
    out.clear();
    number(row.number());
    number(row.line());
    number(row.size());
    for (var i = 0; i < row.size(); i++) {
      var place = row.place(i);
      number(place.line() - row.line());
      number(place.column());
      cell(row, i);
    }
    text(row.raw());
    number(row.damage().isPresent() ? 1 : 0);
    row.damage().ifPresent(this::damage);
    return Arrays.copyOf(out.array(), out.position());
  }

  private void damage(Finding damage) {
    number(damage.place().line());
    number(damage.place().column());
    text(damage.problem().code());
    number(damage.problem().details().size());
    damage.problem().details().forEach((name, value) -> {
      text(name);
      // A reader's details are counts and names; a count is told by its sign.
      text((value instanceof Long ? "#" : "=") + value);
    });
  }

  /** Most cells are ASCII, of which each character is a byte: no text is made of them. */
  private void cell(Row row, int cell) {
    var length = row.length(cell);
    room(5 + length);
    var start = out.position();
    number(length);
    if (row.isAscii(cell, out.array(), out.position())) {
      out.position(out.position() + length);
    } else {
      out.position(start);
      text(row.text(cell));
    }
  }

  private void text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    room(bytes.length).put(bytes);
  }

  /** Seven bits a byte, the lowest first, the eighth bit where more follow. */
  private void number(long value) {
    room(10);
    for (; value > 0x7F; value >>>= 7) out.put((byte) (value | 0x80));
    out.put((byte) value);
  }

  private ByteBuffer room(int bytes) {
    if (out.remaining() < bytes) {
      var grown = ByteBuffer.allocate(Math.max(out.capacity() * 2, out.position() + bytes));
      out = grown.put(out.flip());
    }
    return out;
  }

  /** The row that the bytes hold, under the name of its file. */
  public static Row unpack(byte[] bytes, String file) {
    var in = ByteBuffer.wrap(bytes);
    var row = new Row(file, bytes.length, 0);
    var number = number(in);
    var line = number(in);
    row.begin(number, line);
    for (var cells = number(in); cells > 0; cells--) {
      var cellLine = line + number(in);
      row.open(cellLine, number(in));
      append(in, row);
    }
    row.keepRaw(text(in));
    if (number(in) == 1) {
      var place = new Place(file, number(in), number(in));
      row.damaged(place.line(), place.column(), problem(in));
    }
    return row;
  }

  private static Problem problem(ByteBuffer in) {
    var problem = Problem.of(text(in));
    for (var details = number(in); details > 0; details--) {
      var name = text(in);
      var value = text(in);
      var rest = value.substring(1);
      problem = problem.with(name, value.charAt(0) == '#' ? (Object) Long.valueOf(rest) : rest);
    }
    return problem;
  }

  private static void append(ByteBuffer in, Row row) {
    var start = in.position();
    var length = (int) number(in);
    if (row.appendAscii(in.array(), in.position(), length)) {
      in.position(in.position() + length);
    } else {
      in.position(start);
      row.append(text(in));
    }
  }

  private static String text(ByteBuffer in) {
    var length = (int) number(in);
    var text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }

  private static long number(ByteBuffer in) {
    var value = 0L;
    for (var shift = 0; ; shift += 7) {
      var b = in.get();
      value |= (b & 0x7FL) << shift;
      if (b >= 0) return value;
    }
  }
}
