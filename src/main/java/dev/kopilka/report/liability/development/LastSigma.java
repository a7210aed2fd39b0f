package dev.kopilka.report.liability.development;

/**
 * How the sigma of the last development is found: one ratio alone shows no spread, so it has to be
 * continued from the ones before it.
 */
public enum LastSigma {
  /** Mack (1993), ASTIN Bulletin 23(2), section 3: the series goes on falling as it fell last. */
  MACK {
    @Override
    double squared(double[] squares) {
      var before = squares[squares.length - 2];
      var last = squares[squares.length - 1];
      // Where nothing moved any more the ratio is 0/0, and the limit is no spread at all.
      if (before == 0 || last == 0) return 0;
      return Math.min(last * last / before, Math.min(before, last));
    }
  },
  /**
   * Mack (1993), section 3, the other way named there: the logarithm of sigma lies on a straight line
   * over the developments. Developments without spread have no logarithm and are left out.
   */
  LOGLINEAR {
    @Override
    double squared(double[] squares) {
      if (squares[squares.length - 1] == 0) return 0;
      var count = 0;
      var x = 0.0;
      var y = 0.0;
      for (var i = 0; i < squares.length; i++) {
        if (squares[i] == 0) continue;
        count++;
        x += i;
        y += StrictMath.log(squares[i]) / 2;
      }
      if (count < 2) return squares[squares.length - 1];
      x /= count;
      y /= count;
      var products = 0.0;
      var spread = 0.0;
      for (var i = 0; i < squares.length; i++) {
        if (squares[i] == 0) continue;
        products += (i - x) * (StrictMath.log(squares[i]) / 2 - y);
        spread += (i - x) * (i - x);
      }
      return StrictMath.exp(2 * (y + products / spread * (squares.length - x)));
    }
  };

  /**
   * The square of the last sigma.
   *
   * @param squares those of all developments before it, two at least
   */
  abstract double squared(double[] squares);
}
