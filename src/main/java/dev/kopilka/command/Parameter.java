package dev.kopilka.command;

import java.util.List;

/** One thing that may be typed after a command: an argument, an option with a value, or a flag. */
public final class Parameter {
  /** What it looks like on the command line. */
  public enum Kind {
    ARGUMENT,
    OPTION,
    FLAG
  }

  private final Kind kind;
  private final String name;
  private final String label;
  private boolean isRequired;
  private boolean isRepeatable;
  private String defaultText = "";
  private List<String> choices = List.of();

  Parameter(Kind kind, String name, String label) {
    this.kind = kind;
    this.name = name;
    this.label = label;
    this.isRequired = kind == Kind.ARGUMENT;
  }

  /** Must be typed. An argument must be unless it says otherwise. */
  public Parameter required() {
    isRequired = true;
    return this;
  }

  public Parameter optional() {
    isRequired = false;
    return this;
  }

  /** An option that may be typed several times. */
  public Parameter repeatable() {
    isRepeatable = true;
    return this;
  }

  /** An argument that takes all that follow. */
  public Parameter many() {
    return repeatable();
  }

  /** What {@code Given.text} answers when it was not typed; the help names it. */
  public Parameter defaultsTo(String text) {
    defaultText = text;
    isRequired = false;
    return this;
  }

  /** Nothing but these words; help and completion name them. */
  public Parameter among(String... words) {
    choices = List.of(words);
    return this;
  }

  public Kind kind() {
    return kind;
  }

  /** {@code --amount}, or {@code MEMBER} for an argument. */
  public String name() {
    return name;
  }

  /** What stands for the value in the help, such as {@code MONEY}; "" for a flag. */
  public String label() {
    return label;
  }

  public boolean isRequired() {
    return isRequired;
  }

  public boolean isRepeatable() {
    return isRepeatable;
  }

  public String defaultText() {
    return defaultText;
  }

  public List<String> choices() {
    return choices;
  }
}
