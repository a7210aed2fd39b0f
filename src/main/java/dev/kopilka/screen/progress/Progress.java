package dev.kopilka.screen.progress;

/** Told again and again how far a long command is; closed when it is through. */
public interface Progress extends AutoCloseable {
  /** Where nobody looks. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(long done, long rows) {}

        @Override
        public void close() {}
      };

  /**
   * @param done bytes taken, of the total that was named at the start
   * @param rows rows done so far
   */
  void at(long done, long rows);

  @Override
  void close();
}
