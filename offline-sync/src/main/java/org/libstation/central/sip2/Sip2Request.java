package org.libstation.central.sip2;

/// A message from a station to the central system.
///
/// Each record holds the fixed fields in the order of its [Sip2Layout], which gives their widths,
/// and the variable fields as they came. `at` is the transaction date.
public sealed interface Sip2Request extends Sip2Message.Laid {

  /// Blocks a card that was left behind or tampered with (01); answered by 24.
  record BlockPatron(Sip2Flag cardRetained, Sip2Date at, Sip2Fields fields)
      implements Sip2Request {}

  /// Returns an item (09); answered by 10.
  ///
  /// @param noBlock the return already happened and must not be refused
  /// @param returnedAt the moment that counts as the return; blank for now
  record Checkin(Sip2Flag noBlock, Sip2Date at, Sip2Date returnedAt, Sip2Fields fields)
      implements Sip2Request {}

  /// Lends an item (11); answered by 12.
  ///
  /// @param renewalPolicy whether the request may become a renewal
  /// @param noBlock the loan already happened and must not be refused
  /// @param noBlockDue the promised due date; blank without no block
  record Checkout(
      Sip2Flag renewalPolicy, Sip2Flag noBlock, Sip2Date at, Sip2Date noBlockDue, Sip2Fields fields)
      implements Sip2Request {}

  /// Places, changes or deletes a hold (15); answered by 16.
  ///
  /// @param mode `+` places, `-` deletes, `*` changes
  record Hold(String mode, Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Asks about an item (17); answered by 18.
  record ItemInformation(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Changes the properties of an item (19); answered by 20.
  record ItemStatusUpdate(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Asks about a patron (23); answered by 24.
  ///
  /// @param language `000` unknown, `001` English, `019` Chinese …
  record PatronStatus(String language, Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Enables a blocked card (25); answered by 26.
  record PatronEnable(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Renews a loan (29); answered by 30.
  ///
  /// @param thirdParty whether another person may renew
  /// @param noBlock the renewal already happened and must not be refused
  /// @param noBlockDue the promised due date; blank without no block
  record Renew(
      Sip2Flag thirdParty, Sip2Flag noBlock, Sip2Date at, Sip2Date noBlockDue, Sip2Fields fields)
      implements Sip2Request {}

  /// Ends the patron's session (35); answered by 36.
  record EndSession(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Reports a payment (37); answered by 38.
  ///
  /// @param feeType `04` overdue, `06` rental, `07` replacement …
  /// @param paymentType `00` cash, `01` VISA, `02` credit card
  /// @param currency ISO 4217
  record FeePaid(
      Sip2Date at, String feeType, String paymentType, String currency, Sip2Fields fields)
      implements Sip2Request {}

  /// Asks about a patron and one list (63); answered by 64.
  ///
  /// @param language `000` unknown, `001` English, `019` Chinese …
  /// @param summary ten characters with one Y at most; its position, from 0: 0 holds, 1 overdue, 2
  ///   charged, 3 fines, 4 recalls, 5 unavailable holds
  record PatronInformation(String language, Sip2Date at, String summary, Sip2Fields fields)
      implements Sip2Request {}

  /// Renews all loans (65); answered by 66.
  record RenewAll(Sip2Date at, Sip2Fields fields) implements Sip2Request {}

  /// Logs in (93); answered by 94.
  ///
  /// @param userAlgorithm `0`: not encrypted
  /// @param passwordAlgorithm `0`: not encrypted
  record Login(String userAlgorithm, String passwordAlgorithm, Sip2Fields fields)
      implements Sip2Request {}

  /// Asks for the last answer again (97).
  record Resend(Sip2Fields fields) implements Sip2Request {}

  /// Reports the status of the station and asks for that of the central system (99); answered by
  /// 98.
  ///
  /// @param status `0` well, `1` out of paper, `2` about to stop
  /// @param printWidth characters in a line; `000` unknown
  /// @param version `2.00`
  record ScStatus(String status, String printWidth, String version, Sip2Fields fields)
      implements Sip2Request {}
}
