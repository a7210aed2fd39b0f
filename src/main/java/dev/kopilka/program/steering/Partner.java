package dev.kopilka.program.steering;

import java.math.BigDecimal;
import java.util.Optional;

/** A company at which members earn or spend points, and how it settles with the programme. */
public record Partner(String code, String name, Optional<Settlement> settlement) {
  /**
   * Who pays whom.
   *
   * @param paysPerIssued money, in units of the currency, that the partner pays for each whole
   *     point given to members at it
   * @param getsPerRedeemed money that it gets for each whole point spent at it
   * @param paysOfRevenue the part of what members spent at it that it pays
   */
  public record Settlement(
      BigDecimal paysPerIssued, BigDecimal getsPerRedeemed, BigDecimal paysOfRevenue) {}
}
