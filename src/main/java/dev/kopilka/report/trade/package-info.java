/**
 * What a programme achieves through its channels, at its partners and by its staff.
 *
 * <p>Doors: {@link dev.kopilka.report.trade.Channels}, {@link
 * dev.kopilka.report.trade.Partners}, {@link dev.kopilka.report.trade.Work}. Promises: sums over all
 * channels are those of {@code report kpi} for the same days; money that a rate gives is rounded
 * once, half up. Refuses: to judge anybody; what is suspicious is a rule of the programme's.
 */
package dev.kopilka.report.trade;
