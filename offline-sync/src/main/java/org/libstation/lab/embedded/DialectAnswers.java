package org.libstation.lab.embedded;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.libstation.central.sip2.Sip2Date;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Dialect.CheckinAlert;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.circulation.Refusal;

/// How the library puts things in the dialect that it answers in.
final class DialectAnswers {
  /// What it can do, in any dialect.
  private static final Set<String> CAN =
      Set.of("09", "11", "15", "17", "23", "29", "35", "37", "63", "93", "97", "99");

  /// The order of BX (SIP 2.00, "supported messages").
  private static final List<String> BX =
      List.of(
          "23", "11", "09", "01", "99", "97", "93", "63", "35", "37", "17", "19", "25", "15", "29",
          "65");

  private final Sip2Dialect dialect;

  DialectAnswers(Sip2Dialect dialect) {
    this.dialect = dialect;
  }

  /// Whether it answers this request.
  boolean takes(String code) {
    return CAN.contains(code) && dialect.habits().messages().contains(code);
  }

  String supported() {
    return BX.stream().map(code -> takes(code) ? "Y" : "N").collect(Collectors.joining());
  }

  Sip2Date time(OffsetDateTime at) {
    return switch (dialect.wire().timeForm()) {
      case LOCAL -> Sip2Date.local(at.toLocalDateTime());
      case UTC -> Sip2Date.utc(at.toInstant());
    };
  }

  String due(LocalDateTime due) {
    return dialect
        .meaning()
        .dueFormat()
        .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(due))
        .orElseGet(() -> Sip2Date.local(due).text());
  }

  /// As that central system says it, where that is known; else in the library's own words. Where a
  /// repeated checkout is only refused, it is refused as one of somebody else's loan is.
  String words(No no) {
    boolean cannotBeTold =
        no == No.ALREADY_ON_LOAN_TO_CARD
            && dialect.habits().repeatedCheckout() == Sip2Habits.RepeatedCheckout.REFUSAL;
    return said(no)
        .or(() -> cannotBeTold ? said(No.ON_LOAN_TO_ANOTHER) : Optional.empty())
        .orElse(no.words());
  }

  private Optional<String> said(No no) {
    return dialect.meaning().refusals().stream()
        // What means nothing in particular are words to a patron, no refusal's.
        .filter(
            rule -> rule.reason() == no.reason() && rule.reason() != Refusal.RefusalReason.OTHER)
        .flatMap(rule -> rule.says().stream())
        .findFirst();
  }

  /// The CV of an item that is caught for a reader here.
  Optional<String> holdHere() {
    return dialect.meaning().alerts().entrySet().stream()
        .filter(entry -> entry.getValue() == CheckinAlert.HOLD_HERE)
        .map(Map.Entry::getKey)
        .min(String::compareTo);
  }

  String onLoan(boolean anotherWaits) {
    return anotherWaits && dialect.meaning().recalledIsOnLoan() ? "07" : "04";
  }

  boolean namesPatronAtCheckin() {
    return dialect.meaning().checkinNamesPatron();
  }

  boolean needsPin(String code) {
    return dialect.meaning().pinFor().contains(code);
  }

  boolean tellsPinWith63() {
    return dialect.meaning().pinCheck() == Sip2Dialect.PinCheck.WITH_63;
  }

  String patronStatus(String status) {
    StringBuilder told = new StringBuilder(status);
    dialect.meaning().account().silentFlags().forEach(flag -> told.setCharAt(flag, 'Y'));
    return told.toString();
  }

  Sip2Dialect dialect() {
    return dialect;
  }
}
