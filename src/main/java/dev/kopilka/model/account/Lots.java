package dev.kopilka.model.account;

import dev.kopilka.model.Lot;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Open lots in the order of drawing, immutable. Each change makes new lots that share all but a path
 * with the old ones: a state of a member is kept for each entry of a batch, and somebody who buys
 * for a whole company has thousands of lots. A tree by {@link Lot#ORDER} whose nodes are heaps by a
 * number mixed from the lot's own, which keeps it flat.
 */
final class Lots extends AbstractList<Lot> {
  static final Lots NONE = new Lots(Node.NONE);

  private final Node root;

  private Lots(Node root) {
    this.root = root;
  }

  /** The lots of a list in any order; the list itself where it is of this kind. */
  static Lots of(List<Lot> list) {
    if (list instanceof Lots lots) return lots;
    var lots = NONE;
    for (var lot : list) lots = lots.with(lot);
    return lots;
  }

  /**
   * One lot, those drawn before it and those drawn after it.
   *
   * @param points remaining and held ones of all three together
   */
  private record Node(Lot lot, Node before, Node after, int size, long points) {
    private static final Node NONE = new Node(null, null, null, 0, 0);

    static Node of(Lot lot, Node before, Node after) {
      var points = lot.remaining() + lot.held() + before.points + after.points;
      return new Node(lot, before, after, before.size + 1 + after.size, points);
    }

    boolean isNone() {
      return size == 0;
    }

    /** No two lots of a member have the same one. */
    private static int height(Lot lot) {
      var mixed = lot.entry() * 0x9e3779b9;
      return (mixed ^ mixed >>> 15) * 0x85ebca6b;
    }

    Node adding(Lot more) {
      if (isNone()) return of(more, NONE, NONE);
      if (height(more) > height(lot)) return of(more, first(more), last(more));
      return Lot.ORDER.compare(more, lot) < 0
          ? of(lot, before.adding(more), after)
          : of(lot, before, after.adding(more));
    }

    /** Those that are drawn before the lot. */
    private Node first(Lot than) {
      if (isNone()) return this;
      return Lot.ORDER.compare(lot, than) < 0
          ? of(lot, before, after.first(than))
          : before.first(than);
    }

    /** Those that are not drawn before the lot. */
    private Node last(Lot than) {
      if (isNone()) return this;
      return Lot.ORDER.compare(lot, than) < 0 ? after.last(than) : of(lot, before.last(than), after);
    }

    Node removing(Lot gone) {
      var order = Lot.ORDER.compare(gone, lot);
      if (order < 0) return of(lot, before.removing(gone), after);
      if (order > 0) return of(lot, before, after.removing(gone));
      return joined(before, after);
    }

    private static Node joined(Node one, Node other) {
      if (one.isNone()) return other;
      if (other.isNone()) return one;
      return height(one.lot) > height(other.lot)
          ? of(one.lot, one.before, joined(one.after, other))
          : of(other.lot, joined(one, other.before), other.after);
    }

    /** The lot that stands where the named one would; {@link #NONE} where there is no such. */
    Node at(Lot named) {
      var node = this;
      while (!node.isNone()) {
        var order = Lot.ORDER.compare(named, node.lot);
        if (order == 0) return node;
        node = order < 0 ? node.before : node.after;
      }
      return node;
    }
  }

  /** The lots and one more, which was not open. */
  Lots with(Lot lot) {
    return new Lots(root.adding(lot));
  }

  /** The lots without this one, which is among them just so. */
  Lots without(Lot lot) {
    return new Lots(root.removing(lot));
  }

  /** The lot as it is here, whatever became of its points or its last good day since it was named. */
  Optional<Lot> now(Lot named) {
    var there = root.at(named);
    if (!there.isNone()) return Optional.of(there.lot);
    return numbered(named.entry());
  }

  /** The lot that the entry opened, sought for among all. */
  Optional<Lot> numbered(int entry) {
    for (var lot : this) if (lot.entry() == entry) return Optional.of(lot);
    return Optional.empty();
  }

  /** Points of all lots, held ones included. */
  long points() {
    return root.points;
  }

  @Override
  public int size() {
    return root.size;
  }

  @Override
  public Lot get(int index) {
    if (index < 0 || index >= root.size) throw new IndexOutOfBoundsException(index);
    var node = root;
    for (var left = index; left != node.before.size; ) {
      if (left < node.before.size) {
        node = node.before;
      } else {
        left -= node.before.size + 1;
        node = node.after;
      }
    }
    return node.lot;
  }

  @Override
  public Iterator<Lot> iterator() {
    return new Walk(root);
  }

  /** From the first lot to the last; keeps the path to where it is. */
  private static final class Walk implements Iterator<Lot> {
    private final ArrayDeque<Node> path = new ArrayDeque<>();

    Walk(Node root) {
      descend(root);
    }

    private void descend(Node from) {
      for (var node = from; !node.isNone(); node = node.before) path.push(node);
    }

    @Override
    public boolean hasNext() {
      return !path.isEmpty();
    }

    @Override
    public Lot next() {
      if (path.isEmpty()) throw new NoSuchElementException();
      var node = path.pop();
      descend(node.after);
      return node.lot;
    }
  }
}
