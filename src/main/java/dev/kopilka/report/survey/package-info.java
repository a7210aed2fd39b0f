/**
 * What members answered to surveys, with how much of it may be chance.
 *
 * <p>Doors: {@link dev.kopilka.report.survey.Opinions} (all surveys of some days, by group), {@link
 * dev.kopilka.report.survey.Opinion} (one group's figures) and {@link dev.kopilka.report.survey.Trend}
 * (how its score moves).
 *
 * <p>Promises: every figure is computed from whole counts by a published formula, named where it
 * stands. Refuses: to guess what a score without a scale means; the measure is the caller's.
 */
package dev.kopilka.report.survey;
