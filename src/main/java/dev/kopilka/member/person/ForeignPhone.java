package dev.kopilka.member.person;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;

/** Numbers outside +7. A class of its own, so that its library is loaded for these alone. */
final class ForeignPhone {
  private ForeignPhone() {}

  /** The E.164 form of country code and number, unless no number there has such a length. */
  static Optional<String> e164(String digits) {
    var library = PhoneNumberUtil.getInstance();
    try {
      var number = library.parse("+" + digits, null);
      // Possible, not valid: numbering plans are extended faster than programmes are upgraded.
      if (library.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
        return Optional.empty();
      }
      return Optional.of(library.format(number, PhoneNumberFormat.E164));
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }
}
