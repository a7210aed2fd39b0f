package dev.kopilka.home;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A message of PostgreSQL's protocol on its way: its type, and what it says. */
record Message(byte type, byte[] body) {
  /** Names a statement and says its text. */
  static final byte PARSE = 'P';

  /** Names a place for the answer and the statement that is to be run. */
  static final byte BIND = 'B';

  /** The server has done a statement, and says which sort of statement it was. */
  static final byte COMPLETE = 'C';

  private static final byte GREETING = 0;

  /** The first one of a link, which has no type. */
  static Message greeting(DataInputStream in) throws IOException {
    return of(GREETING, in);
  }

  static Message next(DataInputStream in) throws IOException {
    return of(in.readByte(), in);
  }

  private static Message of(byte type, DataInputStream in) throws IOException {
    var body = new byte[in.readInt() - Integer.BYTES];
    in.readFully(body);
    return new Message(type, body);
  }

  void to(DataOutputStream out) throws IOException {
    if (type != GREETING) out.writeByte(type);
    out.writeInt(body.length + Integer.BYTES);
    out.write(body);
  }

  /** One of the texts that the message begins with, the first one at place 0. */
  String text(int place) {
    var from = 0;
    for (var i = 0; i < place; i++) from = end(from) + 1;
    return new String(body, from, end(from) - from, StandardCharsets.UTF_8);
  }

  private int end(int from) {
    var end = from;
    while (body[end] != 0) end++;
    return end;
  }
}
