package dev.kopilka.model.value;

import java.util.List;

/**
 * The expected ways for a command to fail. Each leaf has one exit code; the one place that turns
 * them into an exit is {@code app}. Anything else that is thrown is a bug.
 */
public abstract sealed class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private Trouble(Problem problem, Throwable cause) {
    super(problem.code() + " " + problem.details(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  public abstract Exit exit();

  /** One thing that is wrong in a file, where it is wrong. */
  public record Finding(Place place, Problem problem) {}

  /** A file or a value is wrong; nothing was written. */
  public static final class BadInput extends Trouble {
    private static final long serialVersionUID = 1;
    private final transient List<Finding> findings;
    private final long total;

    public BadInput(Problem problem) {
      this(List.of(new Finding(Place.NOWHERE, problem)), 1);
    }

    public BadInput(Place place, Problem problem) {
      this(List.of(new Finding(place, problem)), 1);
    }

    /**
     * @param findings the first ones, at least one, in the order of the file
     * @param total how many there were in all
     */
    public BadInput(List<Finding> findings, long total) {
      super(findings.getFirst().problem(), null);
      this.findings = List.copyOf(findings);
      this.total = total;
    }

    public List<Finding> findings() {
      return findings;
    }

    public long total() {
      return total;
    }

    @Override
    public Exit exit() {
      return Exit.BAD_INPUT;
    }
  }

  /** What was looked at is not as it should be; it was written or read as the answer says. */
  public static final class CheckFailed extends Trouble {
    private static final long serialVersionUID = 1;

    public CheckFailed(Problem problem) {
      super(problem, null);
    }

    @Override
    public Exit exit() {
      return Exit.CHECK_FAILED;
    }
  }

  /** The command line could not be understood. */
  public static final class Usage extends Trouble {
    private static final long serialVersionUID = 1;

    public Usage(Problem problem) {
      super(problem, null);
    }

    @Override
    public Exit exit() {
      return Exit.USAGE;
    }
  }

  /** A rule of the programme or a missing thing said no, as one value thrown to the top. */
  public static final class Refused extends Trouble {
    private static final long serialVersionUID = 1;
    private final Refusal refusal;

    public Refused(Refusal refusal, Problem problem) {
      super(problem, null);
      this.refusal = refusal;
    }

    public Refused(Refusal refusal) {
      this(refusal, Problem.of(refusal.name()));
    }

    public Refusal refusal() {
      return refusal;
    }

    @Override
    public Exit exit() {
      return refusal.exit();
    }
  }

  /** The database is busy, unreachable, full, locked or of another schema; nothing was lost. */
  public static final class Storage extends Trouble {
    private static final long serialVersionUID = 1;

    public Storage(Problem problem, Throwable cause) {
      super(problem, cause);
    }

    @Override
    public Exit exit() {
      return Exit.STORAGE;
    }
  }
}
