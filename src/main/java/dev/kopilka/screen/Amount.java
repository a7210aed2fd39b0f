package dev.kopilka.screen;

import dev.kopilka.model.value.Decimals;

/** An exact decimal number to show: units of {@code 10^-scale}. */
public record Amount(long units, int scale) {
  @Override
  public String toString() {
    return Decimals.text(units, scale);
  }
}
