package dev.kopilka.store;

/** The fields of the row that a walk stands at, by their columns counted from 1. */
public interface Fields {
  long number(int column);

  String text(int column);

  byte[] bytes(int column);
}
