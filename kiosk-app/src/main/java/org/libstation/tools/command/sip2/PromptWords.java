package org.libstation.tools.command.sip2;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.central.sip2.Sip2Date;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Flag;
import org.libstation.central.sip2.Sip2Message;
import org.libstation.central.sip2.Sip2Request;

/// Turns what a person types at the prompt into messages.
final class PromptWords {

  static final List<String> HELP =
      List.of(
          "login USER [LOCATION]    93; asks for the password",
          "pin                      asks for a PIN that goes with the messages about a patron",
          "status                   99",
          "item BARCODE             17",
          "patron CARD              63, no list",
          "loans|holds|fines CARD   63 with that list",
          "checkout CARD BARCODE    11",
          "checkin BARCODE [WHEN]   09; WHEN as 2026-11-24T09:15",
          "renew CARD BARCODE       29",
          "pay CARD SUM CURRENCY    37, over all that is owed; SUM as 0.10, CURRENCY as EUR",
          "end CARD                 35",
          "again                    97, say your last answer again",
          "raw TEXT                 any message, without its checksum",
          "quit                     ends");

  private final String institution;
  private final String location;
  private final Supplier<LocalDateTime> clock;
  private String pin = "";

  PromptWords(String institution, String location, Supplier<LocalDateTime> clock) {
    this.institution = institution;
    this.location = location;
    this.clock = clock;
  }

  void pin(String entered) {
    pin = entered;
  }

  /// Makes a login (93).
  Sip2Request login(String user, String password, String place) {
    Sip2Fields fields = Sip2Fields.NONE.with("CN", user).with("CO", password);
    return new Sip2Request.Login("0", "0", place.isEmpty() ? fields : fields.with("CP", place));
  }

  /// The message for a typed line; empty if the line means none.
  Optional<Sip2Message> message(String line) {
    String[] words = line.strip().split(" +", -1);
    return switch (words[0]) {
      case "status" -> Optional.of(new Sip2Request.ScStatus("0", "080", "2.00", Sip2Fields.NONE));
      case "again" -> Optional.of(new Sip2Request.Resend(Sip2Fields.NONE));
      case "raw" -> raw(line.strip().substring("raw".length()));
      default -> about(words);
    };
  }

  private static Optional<Sip2Message> raw(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(Sip2Message.read(text.substring(1)));
  }

  private Optional<Sip2Message> about(String... words) {
    String first = words.length > 1 ? words[1] : "";
    String second = words.length > 2 ? words[2] : "";
    return switch (words.length + " " + words[0]) {
      case "2 item" ->
          Optional.of(
              new Sip2Request.ItemInformation(now(), library().with("AB", first).with("AC", "")));
      case "2 patron" -> Optional.of(patron(first, "          "));
      case "2 loans" -> Optional.of(patron(first, "  Y       "));
      case "2 holds" -> Optional.of(patron(first, "Y         "));
      case "2 fines" -> Optional.of(patron(first, "   Y      "));
      case "2 end" -> Optional.of(new Sip2Request.EndSession(now(), person(first)));
      case "3 checkout" ->
          Optional.of(
              new Sip2Request.Checkout(
                  Sip2Flag.NO,
                  Sip2Flag.NO,
                  now(),
                  Sip2Date.NONE,
                  person(first).with("AB", second).with("BO", "N")));
      case "3 renew" ->
          Optional.of(
              new Sip2Request.Renew(
                  Sip2Flag.NO,
                  Sip2Flag.NO,
                  now(),
                  Sip2Date.NONE,
                  person(first).with("AB", second).with("BO", "N")));
      case "4 pay" -> pay(first, second, words[3]);
      case "2 checkin" -> Optional.of(checkin(first, now()));
      case "3 checkin" -> when(second).map(at -> checkin(first, at));
      default -> Optional.empty();
    };
  }

  /// Payment (37) with fee type *other* and payment type *credit card*, as a station sends it.
  private Optional<Sip2Message> pay(String card, String sum, String currency) {
    if (!sum.matches("\\d{1,6}(\\.\\d{1,3})?") || !currency.matches("[A-Z]{3}")) {
      return Optional.empty();
    }
    Sip2Fields fields =
        Sip2Fields.NONE
            .with("BV", sum)
            .with("AO", institution)
            .with("AA", card)
            .with("AC", "")
            .with("AD", pin);
    return Optional.of(new Sip2Request.FeePaid(now(), "01", "02", currency, fields));
  }

  private Sip2Request patron(String card, String summary) {
    return new Sip2Request.PatronInformation("000", now(), summary, person(card));
  }

  private Sip2Request checkin(String item, Sip2Date at) {
    Sip2Fields fields =
        Sip2Fields.NONE
            .with("AP", location)
            .with("AO", institution)
            .with("AB", item)
            .with("AC", "");
    return new Sip2Request.Checkin(Sip2Flag.NO, now(), at, fields);
  }

  private Sip2Fields library() {
    return Sip2Fields.NONE.with("AO", institution);
  }

  private Sip2Fields person(String card) {
    return library().with("AA", card).with("AC", "").with("AD", pin);
  }

  private Sip2Date now() {
    return Sip2Date.local(clock.get().truncatedTo(ChronoUnit.SECONDS));
  }

  private static Optional<Sip2Date> when(String text) {
    try {
      return Optional.of(Sip2Date.local(LocalDateTime.parse(text)));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
