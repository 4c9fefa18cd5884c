package org.libstation.central.sip2;

/// What a station says to the central system.
///
/// Each record holds the fixed fields in the order of its [Sip2Layout], which has their widths, and
/// the variable fields as they came.
public sealed interface Sip2Request extends Sip2Message.Laid {

  /// Block a card that was left behind or tampered with; answered by 24.
  ///
  /// @param at transaction date
  record BlockPatron(Sip2Flag cardRetained, Sip2Date at, Sip2Fields fields)
      implements Sip2Request {}

  /// Take an item back; answered by 10.
  ///
  /// @param noBlock it happened already and must not be refused
  /// @param at transaction date
  /// @param returnedAt the moment that counts; blank for now
  record Checkin(Sip2Flag noBlock, Sip2Date at, Sip2Date returnedAt, Sip2Fields fields)
      implements Sip2Request {}

  /// Lend an item; answered by 12.
  ///
  /// @param renewalPolicy whether this may become a renewal
  /// @param noBlock it happened already and must not be refused
  /// @param at transaction date
  /// @param noBlockDue the due date promised; blank unless no block
  record Checkout(
      Sip2Flag renewalPolicy, Sip2Flag noBlock, Sip2Date at, Sip2Date noBlockDue, Sip2Fields fields)
      implements Sip2Request {}

  /// Place, change or delete a hold; answered by 16.
  ///
  /// @param mode `+`, `-` or `*`
  /// @param at transaction date
  record Hold(String mode, Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Ask about an item; answered by 18.
  ///
  /// @param at transaction date
  record ItemInformation(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Change the properties of an item; answered by 20.
  ///
  /// @param at transaction date
  record ItemStatusUpdate(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Ask about a patron; answered by 24.
  ///
  /// @param language `000` unknown, `001` English, `019` Chinese …
  /// @param at transaction date
  record PatronStatus(String language, Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Enable a blocked card; answered by 26.
  ///
  /// @param at transaction date
  record PatronEnable(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Renew a loan; answered by 30.
  ///
  /// @param thirdParty whether somebody else may renew
  /// @param noBlock it happened already and must not be refused
  /// @param at transaction date
  /// @param noBlockDue the due date promised; blank unless no block
  record Renew(
      Sip2Flag thirdParty, Sip2Flag noBlock, Sip2Date at, Sip2Date noBlockDue, Sip2Fields fields)
      implements Sip2Request {}

  /// The patron's session is over; answered by 36.
  ///
  /// @param at transaction date
  record EndSession(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// A fee was paid; answered by 38.
  ///
  /// @param at transaction date
  /// @param feeType `04` overdue, `06` rental, `07` replacement …
  /// @param paymentType `00` cash, `01` VISA, `02` credit card
  /// @param currency ISO 4217
  record FeePaid(
      Sip2Date at, String feeType, String paymentType, String currency, Sip2Fields fields)
      implements Sip2Request {}

  /// Ask about a patron and one list; answered by 64.
  ///
  /// @param language `000` unknown, `001` English, `019` Chinese …
  /// @param at transaction date
  /// @param summary one Y at most: 0 holds, 1 overdue, 2 charged, 3 fines, 4 recalls, 5 unavailable
  ///   holds
  record PatronInformation(String language, Sip2Date at, String summary, Sip2Fields fields)
      implements Sip2Request {}

  /// Renew all loans; answered by 66.
  ///
  /// @param at transaction date
  record RenewAll(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Log in; answered by 94.
  ///
  /// @param userAlgorithm `0`: not encrypted
  /// @param passwordAlgorithm `0`: not encrypted
  record Login(String userAlgorithm, String passwordAlgorithm, Sip2Fields fields)
      implements Sip2Request {}

  /// Repeat your last answer.
  record Resend(Sip2Fields fields) implements Sip2Request {}

  /// How the station is; answered by 98.
  ///
  /// @param status `0` well, `1` out of paper, `2` about to stop
  /// @param printWidth characters in a line; `000` unknown
  /// @param version `2.00`
  record ScStatus(String status, String printWidth, String version, Sip2Fields fields)
      implements Sip2Request {}
}
