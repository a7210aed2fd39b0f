package dev.kopilka.program.earn;

import java.math.BigDecimal;

/** How a rule counts the points that it gives, in smallest units; nothing is rounded here. */
public sealed interface Give {
  /** So many points for each full amount, in minor units of money; the remainder gives nothing. */
  record Per(long points, long perAmount) implements Give {
    public Per {
      if (points < 1 || perAmount < 1)
        throw new IllegalArgumentException(points + " per " + perAmount);
    }
  }

  /** A share of the money, given back as points at their value; 5 % is 0.05. */
  record Percent(BigDecimal rate) implements Give {
    public Percent {
      if (rate.signum() <= 0) throw new IllegalArgumentException("rate: " + rate);
    }
  }

  /** So many points for the event, whatever its amount. */
  record Fixed(long points) implements Give {
    public Fixed {
      if (points < 1) throw new IllegalArgumentException("points: " + points);
    }
  }

  /** The sum of what the other rules give, times the factor: 2 doubles it. */
  record Multiply(BigDecimal factor) implements Give {
    public Multiply {
      if (factor.compareTo(BigDecimal.ONE) <= 0)
        throw new IllegalArgumentException("factor: " + factor);
    }
  }
}
