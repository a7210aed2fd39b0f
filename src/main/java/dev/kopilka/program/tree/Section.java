package dev.kopilka.program.tree;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A mapping while it is read. Whoever reads it asks for each key it knows; what it hands out may be
 * taken only when the whole section is sound, which {@link Form#section} sees to.
 */
public final class Section {
  private final Mapping mapping;
  private final Findings findings;
  private final Set<String> known = new LinkedHashSet<>();
  private boolean sound = true;

  Section(Mapping mapping, Findings findings) {
    this.mapping = mapping;
    this.findings = findings;
  }

  <T> Optional<T> build(Function<Section, Supplier<T>> reading) {
    var value = reading.apply(this);
    refuseUnknownKeys();
    if (!sound) return Optional.empty();
    var built = value.get();
    return sound ? Optional.of(built) : Optional.empty();
  }

  /** The value of a key that must be there. */
  public <T> Supplier<T> need(String key, Form<T> form) {
    if (!has(key)) wrong(mapping.at(), Problem.of("KEY_MISSING").with("key", key));
    var value = maybe(key, form);
    return () -> value.get().orElseThrow();
  }

  /** The value of a key that may be absent. */
  public <T> Supplier<Optional<T>> maybe(String key, Form<T> form) {
    known.add(key);
    var node = mapping.value(key);
    if (node.isEmpty()) return Optional::empty;
    var value = form.read(node.get(), findings);
    if (value.isEmpty()) sound = false;
    return () -> value;
  }

  public Supplier<OptionalLong> maybeLong(String key, Form<Long> form) {
    var value = maybe(key, form);
    return () -> value.get().map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  public <T> Supplier<T> or(String key, Form<T> form, T otherwise) {
    var value = maybe(key, form);
    return () -> value.get().orElse(otherwise);
  }

  /** The keys that begin so; asked for, they are known. */
  public List<String> keysFrom(String prefix) {
    var keys = new ArrayList<String>();
    for (var pair : mapping.pairs()) {
      if (pair.key().text().startsWith(prefix)) keys.add(pair.key().text());
    }
    return keys;
  }

  /** Keys that are known and not looked into. */
  public void leave(List<String> keys) {
    known.addAll(keys);
  }

  public boolean has(String key) {
    return mapping.pair(key).isPresent();
  }

  /** Where the key's value stands; where the section starts when there is no such key. */
  public Place at(String key) {
    return mapping.value(key).map(Node::at).orElse(mapping.at());
  }

  public Place start() {
    return mapping.at();
  }

  /** The value of the key as it stands in the file, for those who must point into it. */
  public Optional<Node> node(String key) {
    return mapping.value(key);
  }

  /** Of these keys no two may stand together, and one must. Which one does, or "" when wrong. */
  public String oneOf(List<String> keys) {
    known.addAll(keys);
    var present = new ArrayList<String>();
    for (var key : keys) {
      if (has(key)) present.add(key);
    }
    if (present.size() == 1) return present.getFirst();
    if (present.isEmpty()) wrong(mapping.at(), Problem.of("KEYS_NEED_ONE").with("expected", keys));
    else
      wrong(
          mapping.pair(present.get(1)).orElseThrow().key().at(),
          Problem.of("KEYS_EXCLUDE").with("key", present.get(1)).with("other", present.getFirst()));
    return "";
  }

  public void wrong(Place at, Problem problem) {
    sound = false;
    findings.wrong(at, problem);
  }

  private void refuseUnknownKeys() {
    for (var pair : mapping.pairs()) {
      var key = pair.key();
      if (!known.contains(key.text())) wrong(key.at(), unknown(key.text()));
    }
  }

  private Problem unknown(String key) {
    var problem = Problem.of("KEY_UNKNOWN");
    if (findings.isFull()) return problem;
    return problem
        .with("found", key)
        .with("nearest", Nearest.to(key, known))
        .with("expected", List.copyOf(known));
  }
}
