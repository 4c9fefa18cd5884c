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

/// Writes values as the dialect demands.
final class DialectAnswers {
  /// Requests that the embedded library supports, whatever the dialect.
  private static final Set<String> CAN =
      Set.of("09", "11", "15", "17", "23", "29", "35", "37", "63", "93", "97", "99");

  /// The requests in the order of BX (SIP 2.00, "supported messages").
  private static final List<String> BX =
      List.of(
          "23", "11", "09", "01", "99", "97", "93", "63", "35", "37", "17", "19", "25", "15", "29",
          "65");

  private final Sip2Dialect dialect;

  DialectAnswers(Sip2Dialect dialect) {
    this.dialect = dialect;
  }

  /// Whether the library supports this request in its dialect.
  boolean takes(String code) {
    return CAN.contains(code) && dialect.habits().messages().contains(code);
  }

  /// The BX field: a Y or N for each request.
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

  /// The text of a refusal: that of the imitated central system if it is known, otherwise the
  /// library's own. If the dialect has no text for a repeated checkout, it may use that of an item
  /// on loan to another.
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

  /// The alert type (CV) for an item that is kept for a hold here; empty if the dialect has none.
  Optional<String> holdHere() {
    return dialect.meaning().alerts().entrySet().stream()
        .filter(entry -> entry.getValue() == CheckinAlert.HOLD_HERE)
        .map(Map.Entry::getKey)
        .min(String::compareTo);
  }

  /// Circulation status of an item on loan.
  ///
  /// @param anotherWaits whether another patron has a hold on it
  String onLoan(boolean anotherWaits) {
    return anotherWaits && dialect.meaning().recalledIsOnLoan() ? "07" : "04";
  }

  boolean namesPatronAtCheckin() {
    return dialect.meaning().checkinNamesPatron();
  }

  /// Whether a request needs the PIN.
  boolean needsPin(String code) {
    return dialect.meaning().pinFor().contains(code);
  }

  boolean tellsPinWith63() {
    return dialect.meaning().pinCheck() == Sip2Dialect.PinCheck.WITH_63;
  }

  /// The patron status with the dialect's meaningless flags set.
  String patronStatus(String status) {
    StringBuilder told = new StringBuilder(status);
    dialect.meaning().account().silentFlags().forEach(flag -> told.setCharAt(flag, 'Y'));
    return told.toString();
  }

  Sip2Dialect dialect() {
    return dialect;
  }
}
