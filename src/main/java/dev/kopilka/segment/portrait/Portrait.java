package dev.kopilka.segment.portrait;

import dev.kopilka.segment.portrait.count.Count;
import dev.kopilka.segment.portrait.count.Count.Group;
import dev.kopilka.store.Unit;
import dev.kopilka.vault.Vault;
import java.util.List;

/**
 * A segment beside the base.
 *
 * @param members of the segment who take part
 * @param rest who takes part and is not in the segment
 * @param lines empty when either is fewer than may be told of
 */
public record Portrait(long members, long rest, List<Line> lines) {
  /** Reads every member and every event of the window once. */
  public static Portrait of(Unit unit, Sitting sitting, Vault vault) {
    var board = new Board(sitting);
    new Sitters(unit, sitting, vault, board::take).sit();
    var all = board.members();
    return new Portrait(
        all.members(Group.SEGMENT), all.members(Group.REST), lines(board, sitting, all));
  }

  private static List<Line> lines(Board board, Sitting sitting, Count all) {
    return all.isSmall(sitting.terms().least()) ? List.of() : board.lines();
  }
}
