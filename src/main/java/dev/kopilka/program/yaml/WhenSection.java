package dev.kopilka.program.yaml;

import dev.kopilka.program.earn.Conditions;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The conditions of a rule: plain lists, all of which must hold. */
final class WhenSection {
  private static final int SHORT_NAME = 3;

  private WhenSection() {}

  static Form<Conditions> form(Declared declared) {
    return Form.section(
        section -> {
          var weekdays = section.or("weekday", Texts.set(weekday()), Set.<DayOfWeek>of());
          var channels = words(section, "channel");
          var stores = words(section, "store");
          var categories = words(section, "category");
          var tiers = references(section, "tier", "tiers", declared.tiers());
          var segments = references(section, "segment", "segments", declared.segments());
          var promoCodes = words(section, "promo_code");
          var partners =
              declared.partners().isEmpty()
                  ? words(section, "partner")
                  : references(section, "partner", "partners", declared.partners());
          var minAmount =
              section.maybeLong(
                  "min_amount", Numbers.positive(Numbers.money(declared.moneyScale())));
          return () ->
              new Conditions(
                  weekdays.get(),
                  channels.get(),
                  stores.get(),
                  categories.get(),
                  tiers.get(),
                  segments.get(),
                  promoCodes.get(),
                  partners.get(),
                  minAmount.get());
        });
  }

  private static Supplier<Set<String>> words(Section section, String key) {
    return section.or(key, Texts.set(Texts.TEXT), Set.of());
  }

  private static Supplier<Set<String>> references(
      Section section, String key, String where, Set<String> codes) {
    return section.or(key, Texts.set(Texts.reference(where, codes)), Set.of());
  }

  private static Form<DayOfWeek> weekday() {
    var words = new LinkedHashMap<String, DayOfWeek>();
    for (var day : DayOfWeek.values())
      words.put(day.name().substring(0, SHORT_NAME).toLowerCase(Locale.ROOT), day);
    return Texts.among(words);
  }
}
