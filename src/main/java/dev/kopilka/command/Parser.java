package dev.kopilka.command;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Reads what was typed after one command, by picocli's programmatic model built from the command's
 * own syntax. The only class that touches picocli.
 */
public final class Parser {
  private final Syntax syntax;

  private Parser(Syntax syntax) {
    this.syntax = syntax;
  }

  /** What was typed, checked against the syntax, defaults filled in. */
  public static Given parse(Syntax syntax, List<String> rest) {
    return new Parser(syntax).given(rest);
  }

  private Given given(List<String> rest) {
    var spec = CommandSpec.create().name("kopilka");
    var position = 0;
    for (var parameter : syntax.parameters()) {
      if (parameter.kind() != Parameter.Kind.ARGUMENT) spec.addOption(option(parameter));
      else spec.addPositional(positional(parameter, position++));
    }
    var parser = new CommandLine(spec);
    parser.setExpandAtFiles(false);
    parser.setInterpolateVariables(false);
    try {
      parser.parseArgs(rest.toArray(new String[0]));
    } catch (CommandLine.UnmatchedArgumentException e) {
      throw unmatched(e.getUnmatched().getFirst());
    } catch (CommandLine.MissingParameterException e) {
      throw needsValue(e.getMissing().getFirst());
    } catch (CommandLine.OverwrittenOptionException e) {
      throw usage("OPTION_TWICE", nameOf(e.getOverwritten()));
    } catch (CommandLine.ParameterException e) {
      throw e.getArgSpec() == null ? flagWithValue(rest) : needsValue(e.getArgSpec());
    }
    return new Given(checked(spec));
  }

  private static OptionSpec option(Parameter parameter) {
    var option = OptionSpec.builder(parameter.name());
    if (parameter.kind() == Parameter.Kind.FLAG)
      return option.type(boolean.class).arity("0").build();
    if (!parameter.isRepeatable()) return option.type(String.class).arity("1").build();
    return option.type(List.class).auxiliaryTypes(String.class).arity("1").build();
  }

  private static PositionalParamSpec positional(Parameter parameter, int position) {
    var positional = PositionalParamSpec.builder().paramLabel(parameter.label());
    if (!parameter.isRepeatable()) {
      return positional.index("" + position).arity("0..1").type(String.class).build();
    }
    return positional
        .index(position + "..*")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .build();
  }

  private Map<String, List<String>> checked(CommandSpec spec) {
    var typed = new LinkedHashMap<String, List<String>>();
    var positionals = spec.positionalParameters().iterator();
    for (var parameter : syntax.parameters()) {
      var isArgument = parameter.kind() == Parameter.Kind.ARGUMENT;
      var source = isArgument ? positionals.next() : spec.findOption(parameter.name());
      var values = source.originalStringValues();
      if (!values.isEmpty()) typed.put(parameter.name(), values(parameter, values));
      else if (!parameter.defaultText().isEmpty()) {
        typed.put(parameter.name(), List.of(parameter.defaultText()));
      } else if (parameter.isRequired()) {
        throw usage(isArgument ? "ARGUMENT_MISSING" : "OPTION_MISSING", parameter.name());
      }
    }
    return typed;
  }

  private static List<String> values(Parameter parameter, List<String> values) {
    if (parameter.kind() == Parameter.Kind.FLAG) return List.of();
    for (var value : values) {
      if (parameter.choices().isEmpty() || parameter.choices().contains(value)) continue;
      throw new Trouble.Usage(
          Problem.of("VALUE_NOT_AMONG")
              .with("option", parameter.name())
              .with("found", value)
              .with("known", parameter.choices())
              .with("nearest", Nearest.to(value, parameter.choices())));
    }
    return List.copyOf(values);
  }

  private Trouble.Usage unmatched(String text) {
    var problem = Problem.of(text.startsWith("-") ? "OPTION_UNKNOWN" : "ARGUMENT_UNEXPECTED");
    var name = text.indexOf('=') < 0 ? text : text.substring(0, text.indexOf('='));
    var known = new ArrayList<String>();
    for (var option : syntax.options()) known.add(option.name());
    for (var option : Common.options()) known.add(option.name());
    var nearest = text.startsWith("-") ? Nearest.to(name, known) : "";
    return new Trouble.Usage(
        problem.with("found", name).with("nearest", nearest).with("command", syntax.path()));
  }

  /** All that picocli complains of without naming an option is {@code --flag=value}. */
  private Trouble.Usage flagWithValue(List<String> rest) {
    for (var option : syntax.options()) {
      if (option.kind() != Parameter.Kind.FLAG) continue;
      for (var word : rest) {
        if (word.startsWith(option.name() + "="))
          return usage("FLAG_TAKES_NO_VALUE", option.name());
      }
    }
    return unmatched(String.join(" ", rest));
  }

  private Trouble.Usage needsValue(ArgSpec spec) {
    return usage("OPTION_NEEDS_VALUE", nameOf(spec));
  }

  private Trouble.Usage usage(String code, String option) {
    return new Trouble.Usage(
        Problem.of(code).with("option", option).with("command", syntax.path()));
  }

  private static String nameOf(ArgSpec spec) {
    return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
  }
}
