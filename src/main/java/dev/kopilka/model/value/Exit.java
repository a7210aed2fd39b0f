package dev.kopilka.model.value;

/** How a command ends: the process's exit code and its stable name (DESIGN §4.3). */
public enum Exit {
  DONE(0),
  BUG(1),
  USAGE(2),
  REFUSED(3),
  BAD_INPUT(4),
  CHECK_FAILED(5),
  NOT_FOUND(6),
  STORAGE(7),
  PARTIAL(8),
  INTERRUPTED(130),
  TERMINATED(143);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
