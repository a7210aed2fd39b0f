package dev.kopilka.bulk.form;

import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import java.util.TreeMap;

/**
 * A row of answers to a survey. The score is a fact; the answers are what a person said in their own
 * words, so they are kept beside the chain, where they can be erased.
 */
final class SurveyForm extends EventForm {
  SurveyForm(Binding binding, Context context) {
    super(EventKind.SURVEY, binding, context);
  }

  @Override
  Facts facts() {
    return Facts.survey(cells.text("survey"), cells.decimal("score"));
  }

  @Override
  String note() {
    var prefix = cells.binding().kind().prefix().length();
    var answers = new TreeMap<String, String>();
    for (var column : cells.binding().attributes()) {
      answers.put(column.substring(prefix), cells.prose(column));
    }
    return Facts.lines(answers);
  }
}
