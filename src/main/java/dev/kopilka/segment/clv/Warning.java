package dev.kopilka.segment.clv;

/** Why the models are not to be believed, or not in all they say. */
public enum Warning {
  /** Nobody bought in the calibration. */
  NO_BUYERS,
  /** Nobody came back, so there is no pace to learn. */
  NO_REPEATS,
  /** So few that another sample would give other parameters. */
  FEW_BUYERS,
  /** The search for the highest likelihood did not come to rest. */
  NOT_CONVERGED,
  /** A parameter goes to zero or without bound: the data do not need the model's full freedom. */
  AT_EDGE,
  /** More buyers than chance explains came back another number of times than BG/NBD says. */
  FREQUENCIES_OFF,
  /** Another number of purchases came in the holdout than was foretold. */
  HOLDOUT_OFF,
  /** Frequency and spend go together, which Gamma-Gamma supposes they do not. */
  CORRELATED,
  /** Somebody came back and spent nothing, or got it all back; Gamma-Gamma knows no such spend. */
  SPEND_NOT_POSITIVE,
  /** Means differ so much between buyers (q at most 1) that they have no mean themselves. */
  SPEND_WITHOUT_MEAN
}
