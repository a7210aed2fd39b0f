package dev.kopilka.command;

import dev.kopilka.model.value.Exit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What may be typed after one command. Parsing, help, completion and manual pages all read this one
 * description; sentences about it are in the help bundle under the command's path.
 */
public final class Syntax {
  private final String path;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();
  private final Set<Exit> exits = EnumSet.of(Exit.DONE, Exit.BUG, Exit.USAGE);

  private Syntax(String path) {
    this.path = path;
  }

  /** What that command declares. */
  public static Syntax of(String path, Command command) {
    var syntax = new Syntax(path);
    command.declare(syntax);
    return syntax;
  }

  /** The words that are typed, such as {@code member show}. */
  public String path() {
    return path;
  }

  /** A value told by its position, such as {@code MEMBER}; required unless it says otherwise. */
  public Parameter argument(String label) {
    return added(new Parameter(Parameter.Kind.ARGUMENT, label, label));
  }

  /** An option with a value: its long name and what stands for the value in the help. */
  public Parameter option(String name, String label) {
    return added(new Parameter(Parameter.Kind.OPTION, name, label));
  }

  /** An option without a value. */
  public Parameter flag(String name) {
    return added(new Parameter(Parameter.Kind.FLAG, name, ""));
  }

  private Parameter added(Parameter parameter) {
    parameters.add(parameter);
    return parameter;
  }

  /** A command that writes to the ledger: it takes {@code --dry-run}. */
  public Syntax writes() {
    flag("--dry-run");
    return exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.STORAGE);
  }

  /** A command whose answer depends on the time: it takes {@code --as-of}. */
  public Syntax reads() {
    option("--as-of", "DATE|INSTANT");
    return exits(Exit.BAD_INPUT, Exit.STORAGE);
  }

  /** Exit codes beyond done, bug and usage that the command can give. */
  public Syntax exits(Exit... more) {
    exits.addAll(List.of(more));
    return this;
  }

  /** A command line that works as it stands; every command has at least two. */
  public Syntax example(String line) {
    examples.add(line);
    return this;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  public List<Parameter> arguments() {
    var arguments = new ArrayList<Parameter>();
    for (var one : parameters) if (one.kind() == Parameter.Kind.ARGUMENT) arguments.add(one);
    return arguments;
  }

  public List<Parameter> options() {
    var options = new ArrayList<Parameter>();
    for (var one : parameters) if (one.kind() != Parameter.Kind.ARGUMENT) options.add(one);
    return options;
  }

  public List<String> examples() {
    return examples;
  }

  public Set<Exit> exits() {
    return exits;
  }
}
