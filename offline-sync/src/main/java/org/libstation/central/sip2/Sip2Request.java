package org.libstation.central.sip2;

import java.util.Optional;
import java.util.OptionalInt;

/// What a station says to the central system.
///
/// Each record holds the fixed fields, with their widths in [FixedPart]'s order, and the variable
/// fields; the methods of a record name the variable fields that SIP 2.00 gives it.
public sealed interface Sip2Request extends Sip2Message {

  /// Reads one of these; empty when the code is none of them.
  static Optional<Sip2Request> read(String code, String text) {
    return switch (code) {
      case "01" -> Optional.of(BlockPatron.read(text));
      case "09" -> Optional.of(Checkin.read(text));
      case "11" -> Optional.of(Checkout.read(text));
      case "15" -> Optional.of(Hold.read(text));
      case "17" -> Optional.of(ItemInformation.read(text));
      case "19" -> Optional.of(ItemStatusUpdate.read(text));
      case "23" -> Optional.of(PatronStatus.read(text));
      case "25" -> Optional.of(PatronEnable.read(text));
      case "29" -> Optional.of(Renew.read(text));
      case "35" -> Optional.of(EndSession.read(text));
      case "37" -> Optional.of(FeePaid.read(text));
      case "63" -> Optional.of(PatronInformation.read(text));
      case "65" -> Optional.of(RenewAll.read(text));
      case "93" -> Optional.of(Login.read(text));
      case "97" -> Optional.of(Resend.read(text));
      case "99" -> Optional.of(ScStatus.read(text));
      default -> Optional.empty();
    };
  }

  /// Block a card that was left behind or tampered with; answered by 24.
  ///
  /// @param at transaction date
  record BlockPatron(Sip2Flag cardRetained, Sip2Date at, Sip2Fields fields) implements Sip2Request {
    static BlockPatron read(String text) {
      FixedPart part = FixedPart.read(text, 1, 18);
      return new BlockPatron(part.flag(0), part.date(1), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "01";
    }

    @Override
    public String fixed() {
      return cardRetained.letter() + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AL, why
    public Optional<String> message() {
      return fields.first("AL");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }
  }

  /// Take an item back; answered by 10.
  ///
  /// @param noBlock it happened already and must not be refused
  /// @param at transaction date
  /// @param returnedAt the moment that counts; blank for now
  record Checkin(Sip2Flag noBlock, Sip2Date at, Sip2Date returnedAt, Sip2Fields fields)
      implements Sip2Request {
    static Checkin read(String text) {
      FixedPart part = FixedPart.read(text, 1, 18, 18);
      return new Checkin(part.flag(0), part.date(1), part.date(2), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "09";
    }

    @Override
    public String fixed() {
      return noBlock.letter()
          + FixedPart.fit(at.text(), Sip2Date.LENGTH)
          + FixedPart.fit(returnedAt.text(), Sip2Date.LENGTH);
    }

    /// AP, the desk or branch it came in at
    public Optional<String> currentLocation() {
      return fields.first("AP");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }

    /// CH, item properties
    public Optional<String> properties() {
      return fields.first("CH");
    }

    /// BI, undo a checkout
    public Optional<Boolean> cancel() {
      return fields.flag("BI");
    }
  }

  /// Lend an item; answered by 12.
  ///
  /// @param renewalPolicy whether this may become a renewal
  /// @param noBlock it happened already and must not be refused
  /// @param at transaction date
  /// @param noBlockDue the due date promised; blank unless no block
  record Checkout(
      Sip2Flag renewalPolicy, Sip2Flag noBlock, Sip2Date at, Sip2Date noBlockDue, Sip2Fields fields)
      implements Sip2Request {
    static Checkout read(String text) {
      FixedPart part = FixedPart.read(text, 1, 1, 18, 18);
      return new Checkout(
          part.flag(0), part.flag(1), part.date(2), part.date(3), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "11";
    }

    @Override
    public String fixed() {
      return renewalPolicy.letter()
          + noBlock.letter()
          + FixedPart.fit(at.text(), Sip2Date.LENGTH)
          + FixedPart.fit(noBlockDue.text(), Sip2Date.LENGTH);
    }

    /// AD, the patron's PIN; never to be logged
    public Optional<String> pin() {
      return fields.first("AD");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }

    /// CH, item properties
    public Optional<String> properties() {
      return fields.first("CH");
    }

    /// BO, whether the patron agrees to a fee
    public Optional<Boolean> feeAcknowledged() {
      return fields.flag("BO");
    }

    /// BI, undo a checkout
    public Optional<Boolean> cancel() {
      return fields.flag("BI");
    }
  }

  /// Place, change or delete a hold; answered by 16.
  ///
  /// @param mode `+`, `-` or `*`
  /// @param at transaction date
  record Hold(String mode, Sip2Date at, Sip2Fields fields) implements Sip2Request {
    static Hold read(String text) {
      FixedPart part = FixedPart.read(text, 1, 18);
      return new Hold(part.text(0), part.date(1), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "15";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(mode, 1) + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// BW, 18-character date
    public Optional<String> expires() {
      return fields.first("BW");
    }

    /// BS, where it is to be fetched
    public Optional<String> pickupLocation() {
      return fields.first("BS");
    }

    /// BY, 1 other, 2 any copy of a title, 3 this copy, 4 any copy at one branch
    public Optional<String> holdType() {
      return fields.first("BY");
    }

    /// AD, the patron's PIN; never to be logged
    public Optional<String> pin() {
      return fields.first("AD");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }

    /// BO, whether the patron agrees to a fee
    public Optional<Boolean> feeAcknowledged() {
      return fields.flag("BO");
    }
  }

  /// Ask about an item; answered by 18.
  ///
  /// @param at transaction date
  record ItemInformation(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    static ItemInformation read(String text) {
      FixedPart part = FixedPart.read(text, 18);
      return new ItemInformation(part.date(0), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "17";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }
  }

  /// Change the properties of an item; answered by 20.
  ///
  /// @param at transaction date
  record ItemStatusUpdate(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    static ItemStatusUpdate read(String text) {
      FixedPart part = FixedPart.read(text, 18);
      return new ItemStatusUpdate(part.date(0), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "19";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }

    /// CH, item properties
    public Optional<String> properties() {
      return fields.first("CH");
    }
  }

  /// Ask about a patron; answered by 24.
  ///
  /// @param language `000` unknown, `001` English, `019` Chinese …
  /// @param at transaction date
  record PatronStatus(String language, Sip2Date at, Sip2Fields fields) implements Sip2Request {
    static PatronStatus read(String text) {
      FixedPart part = FixedPart.read(text, 3, 18);
      return new PatronStatus(part.text(0), part.date(1), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "23";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(language, 3) + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AD, the patron's PIN; never to be logged
    public Optional<String> pin() {
      return fields.first("AD");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }
  }

  /// Enable a blocked card; answered by 26.
  ///
  /// @param at transaction date
  record PatronEnable(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    static PatronEnable read(String text) {
      FixedPart part = FixedPart.read(text, 18);
      return new PatronEnable(part.date(0), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "25";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AD, the patron's PIN; never to be logged
    public Optional<String> pin() {
      return fields.first("AD");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }
  }

  /// Renew a loan; answered by 30.
  ///
  /// @param thirdParty whether somebody else may renew
  /// @param noBlock it happened already and must not be refused
  /// @param at transaction date
  /// @param noBlockDue the due date promised; blank unless no block
  record Renew(
      Sip2Flag thirdParty, Sip2Flag noBlock, Sip2Date at, Sip2Date noBlockDue, Sip2Fields fields)
      implements Sip2Request {
    static Renew read(String text) {
      FixedPart part = FixedPart.read(text, 1, 1, 18, 18);
      return new Renew(
          part.flag(0), part.flag(1), part.date(2), part.date(3), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "29";
    }

    @Override
    public String fixed() {
      return thirdParty.letter()
          + noBlock.letter()
          + FixedPart.fit(at.text(), Sip2Date.LENGTH)
          + FixedPart.fit(noBlockDue.text(), Sip2Date.LENGTH);
    }

    /// AD, the patron's PIN; never to be logged
    public Optional<String> pin() {
      return fields.first("AD");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }

    /// CH, item properties
    public Optional<String> properties() {
      return fields.first("CH");
    }

    /// BO, whether the patron agrees to a fee
    public Optional<Boolean> feeAcknowledged() {
      return fields.flag("BO");
    }
  }

  /// The patron's session is over; answered by 36.
  ///
  /// @param at transaction date
  record EndSession(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    static EndSession read(String text) {
      FixedPart part = FixedPart.read(text, 18);
      return new EndSession(part.date(0), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "35";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AD, the patron's PIN; never to be logged
    public Optional<String> pin() {
      return fields.first("AD");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }
  }

  /// A fee was paid; answered by 38.
  ///
  /// @param at transaction date
  /// @param feeType `04` overdue, `06` rental, `07` replacement …
  /// @param paymentType `00` cash, `01` VISA, `02` credit card
  /// @param currency ISO 4217
  record FeePaid(
      Sip2Date at, String feeType, String paymentType, String currency, Sip2Fields fields)
      implements Sip2Request {
    static FeePaid read(String text) {
      FixedPart part = FixedPart.read(text, 18, 2, 2, 3);
      return new FeePaid(
          part.date(0), part.text(1), part.text(2), part.text(3), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "37";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(at.text(), Sip2Date.LENGTH)
          + FixedPart.fit(feeType, 2)
          + FixedPart.fit(paymentType, 2)
          + FixedPart.fit(currency, 3);
    }

    /// BV, decimal text with a point
    public Optional<String> amount() {
      return fields.first("BV");
    }

    /// CG, which fee; absent: spread over all
    public Optional<String> feeId() {
      return fields.first("CG");
    }

    /// BK, our own reference; echoed, rarely stored
    public Optional<String> transactionId() {
      return fields.first("BK");
    }

    /// AD, the patron's PIN; never to be logged
    public Optional<String> pin() {
      return fields.first("AD");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }
  }

  /// Ask about a patron and one list; answered by 64.
  ///
  /// @param language `000` unknown, `001` English, `019` Chinese …
  /// @param at transaction date
  /// @param summary one Y at most: 0 holds, 1 overdue, 2 charged, 3 fines, 4 recalls, 5 unavailable
  ///   holds
  record PatronInformation(String language, Sip2Date at, String summary, Sip2Fields fields)
      implements Sip2Request {
    static PatronInformation read(String text) {
      FixedPart part = FixedPart.read(text, 3, 18, 10);
      return new PatronInformation(
          part.text(0), part.date(1), part.text(2), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "63";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(language, 3)
          + FixedPart.fit(at.text(), Sip2Date.LENGTH)
          + FixedPart.fit(summary, 10);
    }

    /// AD, the patron's PIN; never to be logged
    public Optional<String> pin() {
      return fields.first("AD");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }

    /// BP, the first of the list wanted, from 1
    public OptionalInt startItem() {
      return fields.number("BP");
    }

    /// BQ, the last of the list wanted
    public OptionalInt endItem() {
      return fields.number("BQ");
    }
  }

  /// Renew all loans; answered by 66.
  ///
  /// @param at transaction date
  record RenewAll(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    static RenewAll read(String text) {
      FixedPart part = FixedPart.read(text, 18);
      return new RenewAll(part.date(0), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "65";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AD, the patron's PIN; never to be logged
    public Optional<String> pin() {
      return fields.first("AD");
    }

    /// AC, mostly empty; never to be logged
    public Optional<String> terminalPassword() {
      return fields.first("AC");
    }

    /// BO, whether the patron agrees to a fee
    public Optional<Boolean> feeAcknowledged() {
      return fields.flag("BO");
    }
  }

  /// Log in; answered by 94.
  ///
  /// @param userAlgorithm `0`: not encrypted
  /// @param passwordAlgorithm `0`: not encrypted
  record Login(String userAlgorithm, String passwordAlgorithm, Sip2Fields fields)
      implements Sip2Request {
    static Login read(String text) {
      FixedPart part = FixedPart.read(text, 1, 1);
      return new Login(part.text(0), part.text(1), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "93";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(userAlgorithm, 1) + FixedPart.fit(passwordAlgorithm, 1);
    }

    /// CN, login user id
    public Optional<String> user() {
      return fields.first("CN");
    }

    /// CO, login password; never to be logged
    public Optional<String> password() {
      return fields.first("CO");
    }

    /// CP, location code
    public Optional<String> location() {
      return fields.first("CP");
    }
  }

  /// Repeat your last answer.
  record Resend(Sip2Fields fields) implements Sip2Request {
    static Resend read(String text) {
      return new Resend(Sip2Fields.read(text));
    }

    @Override
    public String code() {
      return "97";
    }

    @Override
    public String fixed() {
      return "";
    }
  }

  /// How the station is; answered by 98.
  ///
  /// @param status `0` well, `1` out of paper, `2` about to stop
  /// @param printWidth characters in a line; `000` unknown
  /// @param version `2.00`
  record ScStatus(String status, String printWidth, String version, Sip2Fields fields)
      implements Sip2Request {
    static ScStatus read(String text) {
      FixedPart part = FixedPart.read(text, 1, 3, 4);
      return new ScStatus(part.text(0), part.text(1), part.text(2), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "99";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(status, 1) + FixedPart.fit(printWidth, 3) + FixedPart.fit(version, 4);
    }
  }
}
