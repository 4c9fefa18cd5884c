package org.libstation.tools.sip2;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.circulation.PartsTaken;
import org.libstation.file.YamlQuotes;

/// The switches of a dialect as its file writes them, in the order of `generic.yaml`.
///
/// Waits and the form of lists are not included: they are settings of a station, and a probe cannot
/// see them. The login style is not included either, because it belongs to the site; a draft always
/// states it.
final class Switches {
  static final String SUPPORTED = "messages.supported";
  static final String RETURN_DATE = "acts.return-date";
  static final String LOAN_DATE = "acts.loan-date";
  static final String CHECKIN_NAMES_PATRON = "answers.checkin-names-patron";
  static final String PARTS = "payment.parts";
  static final String IGNORED = word(Sip2Habits.ReturnDate.IGNORED);

  private Switches() {}

  /// All switches of a dialect with their values, as YAML.
  static Map<String, String> of(Sip2Dialect dialect) {
    Map<String, String> all = new LinkedHashMap<>();
    Sip2Dialect.WireDialect wire = dialect.wire();
    all.put("wire.error-detection", word(wire.errorDetection()));
    all.put("wire.trailer-optional", String.valueOf(wire.trailerOptional()));
    all.put("wire.charset", wire.charset().name());
    all.put("wire.line-end", word(wire.lineEnd()));
    all.put("wire.time-form", word(wire.timeForm()));
    Sip2Habits habits = dialect.habits();
    all.put("session.location-required", String.valueOf(habits.locationRequired()));
    all.put("session.connections", String.valueOf(habits.connections()));
    all.put(
        "session.idle-drop-seconds",
        String.valueOf(habits.idleDrop().map(Duration::toSeconds).orElse(0L)));
    all.put(SUPPORTED, codes(habits.messages()));
    all.put("messages.by-bx", String.valueOf(habits.byBx()));
    all.put("messages.unsupported", word(habits.unsupported()));
    all.put("messages.resend", word(habits.resend()));
    all.put("messages.same-again", word(habits.sameAgain()));
    Sip2Dialect.AnswerMeaning meaning = dialect.meaning();
    all.put("pin.needed-for", codes(meaning.pinFor()));
    all.put("pin.verified-by", word(meaning.pinCheck()));
    all.put("acts.repeated-checkout", word(habits.repeatedCheckout()));
    all.put(RETURN_DATE, word(habits.returnDate()));
    all.put(LOAN_DATE, word(habits.loanDate()));
    all.put("acts.no-block", word(habits.noBlock()));
    all.put("acts.renews-from", word(habits.renewsFrom()));
    all.put("answers.refusal-omits-echo", String.valueOf(meaning.refusalMayOmitEcho()));
    all.put("answers.recalled-is-on-loan", String.valueOf(meaning.recalledIsOnLoan()));
    all.put("answers.alerts", alerts(meaning.alerts()));
    all.put(CHECKIN_NAMES_PATRON, String.valueOf(meaning.checkinNamesPatron()));
    all.put("answers.charge-field", meaning.chargeField().orElse("\"\""));
    all.put("answers.due-format", '"' + meaning.dueFormat().orElse("") + '"');
    Sip2Dialect.AccountDialect account = meaning.account();
    all.put("patron.loans", word(account.loans()));
    all.put("patron.hold-items", word(account.holdItems()));
    all.put("patron.no-amount", account.noAmountIsNothing() ? "nothing-owed" : "not-known");
    all.put("patron.silent-flags", account.silentFlags().stream().sorted().toList().toString());
    all.put("patron.fine-line", quoted(account.fineLine()));
    all.put("patron.class-field", quoted(account.classField()));
    all.put(PARTS, parts(account.parts()));
    all.put("payment.spread", account.parts().oldestFirst() ? "oldest-first" : "not-known");
    all.put("payment.answer", word(account.paymentAnswer()));
    return all;
  }

  private static String alerts(Map<String, Sip2Dialect.CheckinAlert> alerts) {
    return new TreeMap<>(alerts)
        .entrySet().stream()
            .map(each -> "\"%s\": %s".formatted(each.getKey(), word(each.getValue())))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(Optional<String> text) {
    return YamlQuotes.two(text.orElse(""));
  }

  static String parts(PartsTaken parts) {
    if (!parts.any()) {
      return "whole";
    }
    return parts.amounts() ? parts.charges() ? "amount-or-charge" : "amount" : "charge";
  }

  /// Writes codes as a YAML list, such as `["09", "11"]`.
  static String codes(Collection<String> codes) {
    return codes.stream()
        .sorted()
        .map(code -> '"' + code + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
