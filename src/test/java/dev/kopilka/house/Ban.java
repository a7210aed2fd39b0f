package dev.kopilka.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A word that we do not use: the pattern that finds it in code or comments, the wings it is banned
 * from (or the only ones it may stand in), and what to use instead.
 */
record Ban(
    Pattern pattern, boolean inComments, Set<String> only, Set<String> except, String remedy) {
  static Ban everywhere(String pattern, String remedy) {
    return new Ban(Pattern.compile(pattern), false, Set.of(), Set.of(), remedy);
  }

  static Ban inComments(String pattern, String remedy) {
    return new Ban(Pattern.compile(pattern), true, Set.of(), Set.of(), remedy);
  }

  Ban onlyIn(String... wings) {
    return new Ban(pattern, inComments, Set.of(wings), except, remedy);
  }

  Ban exceptIn(String... wings) {
    return new Ban(pattern, inComments, only, Set.of(wings), remedy);
  }

  List<Offence> find(Source source) {
    if (!only.isEmpty() && !only.contains(source.wing())) return List.of();
    if (except.contains(source.wing())) return List.of();
    var offences = new ArrayList<Offence>();
    var found = pattern.matcher(inComments ? source.comments() : source.code());
    while (found.find()) {
      offences.add(
          new Offence(source.file(), source.lineOf(found.start()), found.group().strip(), remedy));
    }
    return offences;
  }
}
