package dev.kopilka.report.liability.development;

/**
 * What of open points will be redeemed.
 *
 * @param expected smallest units
 * @param error standard error of the estimate; what chance adds to it is not in it
 * @param beyond points that live longer than any points did so far: of that time nothing is known, and
 *     nothing more is expected in it
 */
public record Outlook(double expected, double error, double beyond) {}
