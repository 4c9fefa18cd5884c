package org.libstation.central.sip2;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the central system says to a station.
///
/// Each record holds the fixed fields, with their widths in [FixedPart]'s order, and the variable
/// fields; the methods of a record name the variable fields that SIP 2.00 gives it.
public sealed interface Sip2Response extends Sip2Message {

  /// Reads one of these; empty when the code is none of them.
  static Optional<Sip2Response> read(String code, String text) {
    return switch (code) {
      case "10" -> Optional.of(Checkin.read(text));
      case "12" -> Optional.of(Checkout.read(text));
      case "16" -> Optional.of(Hold.read(text));
      case "18" -> Optional.of(ItemInformation.read(text));
      case "20" -> Optional.of(ItemStatusUpdate.read(text));
      case "24" -> Optional.of(PatronStatus.read(text));
      case "26" -> Optional.of(PatronEnable.read(text));
      case "30" -> Optional.of(Renew.read(text));
      case "36" -> Optional.of(EndSession.read(text));
      case "38" -> Optional.of(FeePaid.read(text));
      case "64" -> Optional.of(PatronInformation.read(text));
      case "66" -> Optional.of(RenewAll.read(text));
      case "94" -> Optional.of(Login.read(text));
      case "96" -> Optional.of(Resend.read(text));
      case "98" -> Optional.of(AcsStatus.read(text));
      default -> Optional.empty();
    };
  }

  /// An item was taken back or not.
  ///
  /// @param ok whether it was taken back
  /// @param resensitize whether the security bit is to be set
  /// @param alert whether it needs attention
  /// @param at transaction date
  record Checkin(
      Sip2Flag ok,
      Sip2Flag resensitize,
      Sip2Flag magneticMedia,
      Sip2Flag alert,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {
    static Checkin read(String text) {
      FixedPart part = FixedPart.read(text, 1, 1, 1, 1, 18);
      return new Checkin(
          part.flag(0),
          part.flag(1),
          part.flag(2),
          part.flag(3),
          part.date(4),
          Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "10";
    }

    @Override
    public String fixed() {
      return ok.digit()
          + resensitize.letter()
          + magneticMedia.letter()
          + alert.letter()
          + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AQ, owning branch or shelf
    public Optional<String> permanentLocation() {
      return fields.first("AQ");
    }

    /// CL, sort bin
    public Optional<String> sortBin() {
      return fields.first("CL");
    }

    /// CK, `001` book …
    public Optional<String> mediaType() {
      return fields.first("CK");
    }

    /// CH, item properties
    public Optional<String> properties() {
      return fields.first("CH");
    }

    /// CR, collection code (3M extension)
    public Optional<String> collection() {
      return fields.first("CR");
    }

    /// CS, call number (3M extension)
    public Optional<String> callNumber() {
      return fields.first("CS");
    }

    /// CT, where it should go (3M extension)
    public Optional<String> destination() {
      return fields.first("CT");
    }

    /// CY, card number of who waits for it; personal (3M extension)
    public Optional<String> holdPatron() {
      return fields.first("CY");
    }

    /// DA, name of who waits for it; personal (3M extension)
    public Optional<String> holdPatronName() {
      return fields.first("DA");
    }

    /// CV, `01` hold here, `02` hold elsewhere, `03` inter-library, `04` other branch, `99` other
    public Optional<String> alertType() {
      return fields.first("CV");
    }
  }

  /// An item was lent or not.
  ///
  /// @param ok whether it is on loan to AA now
  /// @param renewalOk it was on loan to this patron already
  /// @param desensitize whether the security bit is to be cleared
  /// @param at transaction date
  record Checkout(
      Sip2Flag ok,
      Sip2Flag renewalOk,
      Sip2Flag magneticMedia,
      Sip2Flag desensitize,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {
    static Checkout read(String text) {
      FixedPart part = FixedPart.read(text, 1, 1, 1, 1, 18);
      return new Checkout(
          part.flag(0),
          part.flag(1),
          part.flag(2),
          part.flag(3),
          part.date(4),
          Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "12";
    }

    @Override
    public String fixed() {
      return ok.digit()
          + renewalOk.letter()
          + magneticMedia.letter()
          + desensitize.letter()
          + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AH, free text; empty when refused
    public Optional<String> due() {
      return fields.first("AH");
    }

    /// BT, `06` rental …
    public Optional<String> feeType() {
      return fields.first("BT");
    }

    /// CI, do not touch the security bit
    public Optional<Boolean> securityInhibit() {
      return fields.flag("CI");
    }

    /// BH, ISO 4217
    public Optional<String> currency() {
      return fields.first("BH");
    }

    /// BV, decimal text with a point
    public Optional<String> feeAmount() {
      return fields.first("BV");
    }

    /// CK, `001` book …; may be empty
    public Optional<String> mediaType() {
      return fields.first("CK");
    }

    /// CH, item properties
    public Optional<String> properties() {
      return fields.first("CH");
    }

    /// BK, transaction id
    public Optional<String> transactionId() {
      return fields.first("BK");
    }

    /// BL, whether the card is known
    public Optional<Boolean> validPatron() {
      return fields.flag("BL");
    }

    /// CQ, whether the PIN is right
    public Optional<Boolean> validPin() {
      return fields.flag("CQ");
    }
  }

  /// A hold was placed or not; refused, SIPServer leaves `ok` out.
  ///
  /// @param available whether it can be had at once
  /// @param at transaction date
  record Hold(Sip2Flag ok, Sip2Flag available, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {
    static Hold read(String text) {
      FixedPart part = FixedPart.read(text, 1, 1, 18);
      return new Hold(part.flag(0), part.flag(1), part.date(2), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "16";
    }

    @Override
    public String fixed() {
      return ok.digit() + available.letter() + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// BW, 18-character date
    public Optional<String> expires() {
      return fields.first("BW");
    }

    /// BR, place in the queue
    public Optional<String> queuePosition() {
      return fields.first("BR");
    }

    /// BS, where it is to be fetched
    public Optional<String> pickupLocation() {
      return fields.first("BS");
    }
  }

  /// What is known of an item.
  ///
  /// @param circulationStatus `01` to `13`
  /// @param securityMarker `00` other, `01` none, `02` strip, `03` Whisper tape
  /// @param feeType `01` other, `06` rental …
  /// @param at transaction date
  record ItemInformation(
      String circulationStatus,
      String securityMarker,
      String feeType,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {
    static ItemInformation read(String text) {
      FixedPart part = FixedPart.read(text, 2, 2, 2, 18);
      return new ItemInformation(
          part.text(0), part.text(1), part.text(2), part.date(3), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "18";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(circulationStatus, 2)
          + FixedPart.fit(securityMarker, 2)
          + FixedPart.fit(feeType, 2)
          + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// CF, how many wait for it
    public OptionalInt holdQueue() {
      return fields.number("CF");
    }

    /// AH, free text; empty when refused
    public Optional<String> due() {
      return fields.first("AH");
    }

    /// CJ, 18-character date
    public Optional<String> recallDate() {
      return fields.first("CJ");
    }

    /// CM, 18-character date
    public Optional<String> holdPickupDate() {
      return fields.first("CM");
    }

    /// BG, owning branch
    public Optional<String> owner() {
      return fields.first("BG");
    }

    /// BH, ISO 4217
    public Optional<String> currency() {
      return fields.first("BH");
    }

    /// BV, decimal text with a point
    public Optional<String> feeAmount() {
      return fields.first("BV");
    }

    /// CK, `001` book …
    public Optional<String> mediaType() {
      return fields.first("CK");
    }

    /// AQ, owning branch or shelf
    public Optional<String> permanentLocation() {
      return fields.first("AQ");
    }

    /// AP, where it is
    public Optional<String> currentLocation() {
      return fields.first("AP");
    }

    /// CH, item properties
    public Optional<String> properties() {
      return fields.first("CH");
    }

    /// CR, collection code (3M extension)
    public Optional<String> collection() {
      return fields.first("CR");
    }

    /// CS, call number (3M extension)
    public Optional<String> callNumber() {
      return fields.first("CS");
    }

    /// CT, where it should go (3M extension)
    public Optional<String> destination() {
      return fields.first("CT");
    }

    /// CY, card number of who waits for it; personal (3M extension)
    public Optional<String> holdPatron() {
      return fields.first("CY");
    }

    /// DA, name of who waits for it; personal (3M extension)
    public Optional<String> holdPatronName() {
      return fields.first("DA");
    }
  }

  /// Properties were changed or not.
  ///
  /// @param at transaction date
  record ItemStatusUpdate(Sip2Flag ok, Sip2Date at, Sip2Fields fields) implements Sip2Response {
    static ItemStatusUpdate read(String text) {
      FixedPart part = FixedPart.read(text, 1, 18);
      return new ItemStatusUpdate(part.flag(0), part.date(1), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "20";
    }

    @Override
    public String fixed() {
      return ok.digit() + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// CH, item properties
    public Optional<String> properties() {
      return fields.first("CH");
    }
  }

  /// What a patron may do.
  ///
  /// @param patronStatus Y where something is denied, see [org.libstation.circulation.PatronBlock]
  /// @param language language
  /// @param at transaction date
  record PatronStatus(String patronStatus, String language, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {
    static PatronStatus read(String text) {
      FixedPart part = FixedPart.read(text, 14, 3, 18);
      return new PatronStatus(
          part.text(0), part.text(1), part.date(2), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "24";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(patronStatus, 14)
          + FixedPart.fit(language, 3)
          + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AE, the patron's name; personal
    public Optional<String> name() {
      return fields.first("AE");
    }

    /// BL, whether the card is known
    public Optional<Boolean> validPatron() {
      return fields.flag("BL");
    }

    /// CQ, whether the PIN is right
    public Optional<Boolean> validPin() {
      return fields.flag("CQ");
    }

    /// BH, ISO 4217
    public Optional<String> currency() {
      return fields.first("BH");
    }

    /// BV, all that is owed, decimal text
    public Optional<String> feeAmount() {
      return fields.first("BV");
    }
  }

  /// A card was enabled or not.
  ///
  /// @param patronStatus Y where something is denied
  /// @param language language
  /// @param at transaction date
  record PatronEnable(String patronStatus, String language, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {
    static PatronEnable read(String text) {
      FixedPart part = FixedPart.read(text, 14, 3, 18);
      return new PatronEnable(
          part.text(0), part.text(1), part.date(2), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "26";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(patronStatus, 14)
          + FixedPart.fit(language, 3)
          + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AE, the patron's name; personal
    public Optional<String> name() {
      return fields.first("AE");
    }

    /// BL, whether the card is known
    public Optional<Boolean> validPatron() {
      return fields.flag("BL");
    }

    /// CQ, whether the PIN is right
    public Optional<Boolean> validPin() {
      return fields.flag("CQ");
    }
  }

  /// A loan was renewed or not.
  ///
  /// @param at transaction date
  record Renew(
      Sip2Flag ok,
      Sip2Flag renewalOk,
      Sip2Flag magneticMedia,
      Sip2Flag desensitize,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {
    static Renew read(String text) {
      FixedPart part = FixedPart.read(text, 1, 1, 1, 1, 18);
      return new Renew(
          part.flag(0),
          part.flag(1),
          part.flag(2),
          part.flag(3),
          part.date(4),
          Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "30";
    }

    @Override
    public String fixed() {
      return ok.digit()
          + renewalOk.letter()
          + magneticMedia.letter()
          + desensitize.letter()
          + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// AH, free text; empty when refused
    public Optional<String> due() {
      return fields.first("AH");
    }

    /// BT, `06` rental …
    public Optional<String> feeType() {
      return fields.first("BT");
    }

    /// CI, do not touch the security bit
    public Optional<Boolean> securityInhibit() {
      return fields.flag("CI");
    }

    /// BH, ISO 4217
    public Optional<String> currency() {
      return fields.first("BH");
    }

    /// BV, decimal text with a point
    public Optional<String> feeAmount() {
      return fields.first("BV");
    }

    /// CK, `001` book …; may be empty
    public Optional<String> mediaType() {
      return fields.first("CK");
    }

    /// CH, item properties
    public Optional<String> properties() {
      return fields.first("CH");
    }

    /// BK, transaction id
    public Optional<String> transactionId() {
      return fields.first("BK");
    }
  }

  /// The patron's session is over.
  ///
  /// @param at transaction date
  record EndSession(Sip2Flag ended, Sip2Date at, Sip2Fields fields) implements Sip2Response {
    static EndSession read(String text) {
      FixedPart part = FixedPart.read(text, 1, 18);
      return new EndSession(part.flag(0), part.date(1), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "36";
    }

    @Override
    public String fixed() {
      return ended.letter() + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }
  }

  /// A payment was booked or not.
  ///
  /// @param at transaction date
  record FeePaid(Sip2Flag accepted, Sip2Date at, Sip2Fields fields) implements Sip2Response {
    static FeePaid read(String text) {
      FixedPart part = FixedPart.read(text, 1, 18);
      return new FeePaid(part.flag(0), part.date(1), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "38";
    }

    @Override
    public String fixed() {
      return accepted.letter() + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// BK, the reference of the request
    public Optional<String> transactionId() {
      return fields.first("BK");
    }
  }

  /// What is known of a patron, and one list.
  ///
  /// @param patronStatus Y where something is denied, see [org.libstation.circulation.PatronBlock]
  /// @param language language
  /// @param at transaction date
  /// @param holdItems ready on the shelf
  /// @param unavailableHolds still waiting
  record PatronInformation(
      String patronStatus,
      String language,
      Sip2Date at,
      OptionalInt holdItems,
      OptionalInt overdueItems,
      OptionalInt chargedItems,
      OptionalInt fineItems,
      OptionalInt recallItems,
      OptionalInt unavailableHolds,
      Sip2Fields fields)
      implements Sip2Response {
    static PatronInformation read(String text) {
      FixedPart part = FixedPart.read(text, 14, 3, 18, 4, 4, 4, 4, 4, 4);
      return new PatronInformation(
          part.text(0),
          part.text(1),
          part.date(2),
          part.count(3),
          part.count(4),
          part.count(5),
          part.count(6),
          part.count(7),
          part.count(8),
          Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "64";
    }

    @Override
    public String fixed() {
      return FixedPart.fit(patronStatus, 14)
          + FixedPart.fit(language, 3)
          + FixedPart.fit(at.text(), Sip2Date.LENGTH)
          + FixedPart.count(holdItems, 4)
          + FixedPart.count(overdueItems, 4)
          + FixedPart.count(chargedItems, 4)
          + FixedPart.count(fineItems, 4)
          + FixedPart.count(recallItems, 4)
          + FixedPart.count(unavailableHolds, 4);
    }

    /// AE, the patron's name; personal
    public Optional<String> name() {
      return fields.first("AE");
    }

    /// BL, whether the card is known
    public Optional<Boolean> validPatron() {
      return fields.flag("BL");
    }

    /// CQ, whether the PIN is right
    public Optional<Boolean> validPin() {
      return fields.flag("CQ");
    }

    /// BZ, hold items limit
    public OptionalInt holdLimit() {
      return fields.number("BZ");
    }

    /// CA, overdue items limit
    public OptionalInt overdueLimit() {
      return fields.number("CA");
    }

    /// CB, charged items limit
    public OptionalInt chargedLimit() {
      return fields.number("CB");
    }

    /// BH, ISO 4217
    public Optional<String> currency() {
      return fields.first("BH");
    }

    /// BV, all that is owed, decimal text
    public Optional<String> feeAmount() {
      return fields.first("BV");
    }

    /// CC, fee limit, decimal text
    public Optional<String> feeLimit() {
      return fields.first("CC");
    }

    /// AS, repeated, items on the hold shelf
    public List<String> holdList() {
      return fields.all("AS");
    }

    /// AT, repeated, overdue items
    public List<String> overdueList() {
      return fields.all("AT");
    }

    /// AU, repeated, items on loan
    public List<String> chargedList() {
      return fields.all("AU");
    }

    /// AV, repeated, fines, free text
    public List<String> fineList() {
      return fields.all("AV");
    }

    /// BU, repeated, recalled items
    public List<String> recallList() {
      return fields.all("BU");
    }

    /// CD, repeated, holds still waiting
    public List<String> unavailableHoldList() {
      return fields.all("CD");
    }

    /// BD, personal
    public Optional<String> homeAddress() {
      return fields.first("BD");
    }

    /// BE, personal
    public Optional<String> email() {
      return fields.first("BE");
    }

    /// BF, personal
    public Optional<String> phone() {
      return fields.first("BF");
    }
  }

  /// How many loans were renewed; count the lists, `ok` means little.
  ///
  /// @param at transaction date
  record RenewAll(
      Sip2Flag ok, OptionalInt renewed, OptionalInt unrenewed, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {
    static RenewAll read(String text) {
      FixedPart part = FixedPart.read(text, 1, 4, 4, 18);
      return new RenewAll(
          part.flag(0), part.count(1), part.count(2), part.date(3), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "66";
    }

    @Override
    public String fixed() {
      return ok.digit()
          + FixedPart.count(renewed, 4)
          + FixedPart.count(unrenewed, 4)
          + FixedPart.fit(at.text(), Sip2Date.LENGTH);
    }

    /// BM, repeated, renewed items
    public List<String> renewedList() {
      return fields.all("BM");
    }

    /// BN, repeated, items that were not
    public List<String> unrenewedList() {
      return fields.all("BN");
    }
  }

  /// Logged in or not.
  record Login(Sip2Flag ok, Sip2Fields fields) implements Sip2Response {
    static Login read(String text) {
      FixedPart part = FixedPart.read(text, 1);
      return new Login(part.flag(0), Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "94";
    }

    @Override
    public String fixed() {
      return ok.digit();
    }
  }

  /// Your message was damaged; say it again.
  record Resend(Sip2Fields fields) implements Sip2Response {
    static Resend read(String text) {
      return new Resend(Sip2Fields.read(text));
    }

    @Override
    public String code() {
      return "96";
    }

    @Override
    public String fixed() {
      return "";
    }
  }

  /// How the central system is.
  ///
  /// @param online whether it reaches its own database
  /// @param offlineOk accepts no-block transactions
  /// @param timeout tenths of a second; 0 off-line, 999 unknown
  /// @param retries 999 unknown
  /// @param at its clock
  /// @param version `2.00`
  record AcsStatus(
      Sip2Flag online,
      Sip2Flag checkinOk,
      Sip2Flag checkoutOk,
      Sip2Flag renewalPolicy,
      Sip2Flag statusUpdateOk,
      Sip2Flag offlineOk,
      OptionalInt timeout,
      OptionalInt retries,
      Sip2Date at,
      String version,
      Sip2Fields fields)
      implements Sip2Response {
    static AcsStatus read(String text) {
      FixedPart part = FixedPart.read(text, 1, 1, 1, 1, 1, 1, 3, 3, 18, 4);
      return new AcsStatus(
          part.flag(0),
          part.flag(1),
          part.flag(2),
          part.flag(3),
          part.flag(4),
          part.flag(5),
          part.count(6),
          part.count(7),
          part.date(8),
          part.text(9),
          Sip2Fields.read(part.rest()));
    }

    @Override
    public String code() {
      return "98";
    }

    @Override
    public String fixed() {
      return online.letter()
          + checkinOk.letter()
          + checkoutOk.letter()
          + renewalPolicy.letter()
          + statusUpdateOk.letter()
          + offlineOk.letter()
          + FixedPart.count(timeout, 3)
          + FixedPart.count(retries, 3)
          + FixedPart.fit(at.text(), Sip2Date.LENGTH)
          + FixedPart.fit(version, 4);
    }

    /// AM, name of the library
    public Optional<String> libraryName() {
      return fields.first("AM");
    }

    /// BX, 16 letters Y or N: 23 11 09 01 99 97 93 63 35 37 17 19 25 15 29 65
    public Optional<String> supported() {
      return fields.first("BX");
    }

    /// AN, where it thinks we are
    public Optional<String> terminalLocation() {
      return fields.first("AN");
    }
  }
}
