package dev.kopilka.outage;

import java.util.ArrayList;
import java.util.List;

/** A redemption that was asked for under one id, perhaps several times, and what was answered. */
final class Asked {
  /** What somebody is told. */
  enum Told {
    RECORDED,
    /** By the ledger: it is there, perhaps by an attempt of this very time. */
    REPEATED,
    /** By the command, which knows its own attempts: it was there before. */
    DUPLICATE,
    /** The server is away: nobody knows whether it was recorded. */
    AWAY
  }

  /** One time that it was asked for: at no other moment was anything asked for. */
  private record Once(long at, Told told) {}

  private final String member;
  private final String id;
  private final List<Once> times = new ArrayList<>();

  Asked(String member, String id) {
    this.member = member;
    this.id = id;
  }

  String member() {
    return member;
  }

  String id() {
    return id;
  }

  void told(long at, Told told) {
    times.add(new Once(at, told));
  }

  boolean isAcknowledged() {
    return !times.isEmpty() && times.getLast().told != Told.AWAY;
  }

  /** How often it was told that the server is away. */
  long failures() {
    return times.stream().filter(once -> once.told == Told.AWAY).count();
  }

  /** Whether it was recorded by a transaction of whose commit nobody heard, and known again. */
  boolean isRecognised() {
    return times.stream().anyMatch(once -> once.told == Told.REPEATED || once.told == Told.DUPLICATE);
  }

  /**
   * Whether all that was told is true of a ledger that recorded it then: who hears that it was
   * recorded recorded it, and who hears that it was there comes not before who recorded it.
   */
  boolean isTrueIf(long recordedAt) {
    if (times.stream().noneMatch(once -> once.at == recordedAt)) return false;
    return times.stream()
        .allMatch(
            once ->
                switch (once.told) {
                  case RECORDED -> once.at == recordedAt;
                  case REPEATED -> once.at >= recordedAt;
                  case DUPLICATE -> once.at > recordedAt;
                  case AWAY -> true;
                });
  }

  @Override
  public String toString() {
    return id + " " + times;
  }
}
