package dev.kopilka.command.program;

import dev.kopilka.program.Version;
import dev.kopilka.program.tree.Findings;
import dev.kopilka.program.tree.Node;
import dev.kopilka.program.tree.Node.Listing;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Paths;
import dev.kopilka.program.tree.Trees;
import dev.kopilka.screen.Card;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A version as a card with a table for each list in its file. Rules are shown in the words of the
 * file, so that what is read here can be looked for there.
 */
final class Tables {
  private static final List<String> SECTIONS =
      List.of("earn", "activities", "tiers", "rewards", "discounts", "segments", "partners");

  private Tables() {}

  static Card of(Version version) {
    var programme = version.programme();
    var card =
        Card.of()
            .put("programme", programme.code())
            .put("name", programme.name())
            .put("version", version.number())
            .put("effective_from", version.effectiveFrom())
            .put("order", version.order())
            .put("author", version.author())
            .put("recorded_at", version.recordedAt())
            .put("currency", programme.currency())
            .put("timezone", programme.zone().getId())
            .put("point_scale", programme.points().scale())
            .put("point_value", programme.points().value())
            .put("hash", version.hash());
    var bytes = version.source().getBytes(StandardCharsets.UTF_8);
    var root = (Mapping) Trees.read(bytes, new Findings(""));
    for (var section : SECTIONS) {
      list(root, section).ifPresent(list -> card.put(section, cards(list)));
    }
    return card;
  }

  private static Optional<Listing> list(Mapping root, String section) {
    var node = root.value(section);
    var tiers = section.equals("tiers") && node.orElse(root) instanceof Mapping;
    var list = tiers ? node.flatMap(ladder -> ((Mapping) ladder).value("levels")) : node;
    return list.filter(Listing.class::isInstance).map(Listing.class::cast);
  }

  private static List<Card> cards(Listing list) {
    var columns = columns(list);
    var cards = new ArrayList<Card>();
    for (var item : list.items()) {
      var card = Card.of();
      for (var column : columns) card.put(column, value(item, column));
      cards.add(card);
    }
    return cards;
  }

  /** The keys that occur in any item, in the order in which they come first. */
  private static Set<String> columns(Listing list) {
    var columns = new LinkedHashSet<String>();
    columns.add("code");
    for (var item : list.items()) {
      if (!(item instanceof Mapping mapping)) continue;
      for (var pair : mapping.pairs()) columns.add(pair.key().text());
    }
    return columns;
  }

  private static String value(Node item, String column) {
    if (item instanceof Mapping mapping) return mapping.value(column).map(Paths::inline).orElse("");
    return column.equals("code") ? Paths.inline(item) : "";
  }
}
