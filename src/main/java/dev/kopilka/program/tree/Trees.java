package dev.kopilka.program.tree;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble.BadInput;
import dev.kopilka.program.tree.Node.Listing;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Node.Pair;
import dev.kopilka.program.tree.Node.Scalar;
import dev.kopilka.program.tree.Node.Unread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds the tree from the parser's events rather than from its objects: an alias is refused before
 * it is followed, depth is counted before it is descended, and no scalar is ever typed by YAML.
 */
public final class Trees {
  /** Ours goes five deep. */
  static final int DEEPEST = 20;

  private final Findings findings;
  private final StreamReader reader;
  private final ParserImpl events;

  private Trees(String text, Findings findings) {
    this.findings = findings;
    // The scanner fails where its buffer ends between the halves of a character: one for all.
    var settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Source.MOST_BYTES)
            .setBufferSize(text.length() + 2)
            .build();
    this.reader = new StreamReader(settings, text);
    this.events = new ParserImpl(settings, reader);
  }

  /**
   * The one document of the file. What can be stepped over is added to the findings.
   *
   * @throws BadInput when there is no tree to go on with: not UTF-8, not YAML, nothing in it
   */
  public static Node read(byte[] bytes, Findings findings) {
    var text = Source.text(bytes, findings);
    var trees = new Trees(text, findings);
    try {
      return trees.document();
    } catch (MarkedYamlEngineException notYaml) {
      throw SyntaxTrouble.of(notYaml, text, findings);
    } catch (YamlEngineException notYaml) {
      // Of some mistakes the scanner tells no place (`[a` and, in the next line, `]b c: d`).
      throw SyntaxTrouble.of(notYaml, trees.reader.getMark(), findings);
    }
  }

  private Node document() {
    events.next();
    if (events.checkEvent(Event.ID.StreamEnd)) throw stop(findings.place(1, 1), "FILE_EMPTY");
    events.next();
    var root = node(1);
    events.next();
    if (!events.checkEvent(Event.ID.StreamEnd))
      throw stop(place(events.next()), "YAML_SECOND_DOCUMENT");
    return root;
  }

  private Node node(int depth) {
    var event = events.next();
    var at = place(event);
    if (depth > DEEPEST) throw stop(at, Problem.of("YAML_TOO_DEEP").with("most", DEEPEST));
    if (event instanceof AliasEvent) {
      findings.wrong(at, Problem.of("YAML_ALIAS"));
      return new Unread(at);
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent())
      findings.wrong(at, Problem.of("YAML_ANCHOR"));
    if (tag(event).isPresent())
      findings.wrong(at, Problem.of("YAML_TAG").with("found", tag(event).get()));
    if (event instanceof ScalarEvent scalar)
      return new Scalar(at, scalar.getValue(), scalar.isPlain());
    return event.getEventId() == Event.ID.SequenceStart ? listing(at, depth) : mapping(at, depth);
  }

  private static Optional<String> tag(Event event) {
    if (event instanceof ScalarEvent scalar) return scalar.getTag();
    return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
  }

  private Node listing(Place at, int depth) {
    var items = new ArrayList<Node>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) items.add(node(depth + 1));
    events.next();
    return new Listing(at, items);
  }

  private Node mapping(Place at, int depth) {
    // Looked up by hash: a hostile file has a hundred thousand keys.
    Map<String, Pair> pairs = new LinkedHashMap<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      var key = node(depth + 1);
      var value = node(depth + 1);
      if (!(key instanceof Scalar name)) {
        findings.wrong(key.at(), Problem.of("KEY_NOT_TEXT"));
        continue;
      }
      var earlier = Optional.ofNullable(pairs.putIfAbsent(name.text(), new Pair(name, value)));
      earlier.ifPresent(first -> refuseTwice(name, first.key()));
    }
    events.next();
    return new Mapping(at, List.copyOf(pairs.values()));
  }

  private void refuseTwice(Scalar key, Scalar first) {
    findings.wrong(
        key.at(),
        Problem.of("DUPLICATE_KEY").with("key", key.text()).with("first_line", first.at().line()));
  }

  private Place place(Event event) {
    return event.getStartMark().map(mark -> place(mark, findings)).orElse(findings.place(1, 1));
  }

  static Place place(Mark mark, Findings findings) {
    return findings.place(mark.getLine() + 1L, mark.getColumn() + 1L);
  }

  private BadInput stop(Place at, String code) {
    return stop(at, Problem.of(code));
  }

  private BadInput stop(Place at, Problem problem) {
    findings.wrong(at, problem);
    return findings.trouble();
  }
}
