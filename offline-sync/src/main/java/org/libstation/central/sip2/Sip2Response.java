package org.libstation.central.sip2;

import java.util.OptionalInt;

/// What the central system says to a station.
///
/// Each record holds the fixed fields in the order of its [Sip2Layout], which has their widths, and
/// the variable fields as they came.
public sealed interface Sip2Response extends Sip2Message.Laid {

  /// An item was taken back or not.
  ///
  /// @param ok whether it was taken back
  /// @param resensitize whether the security bit is to be set
  /// @param alert whether it needs attention
  /// @param at transaction date
  record CheckinResponse(
      Sip2Flag ok,
      Sip2Flag resensitize,
      Sip2Flag magneticMedia,
      Sip2Flag alert,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {}

  /// An item was lent or not.
  ///
  /// @param ok whether it is on loan to AA now
  /// @param renewalOk it was on loan to this patron already
  /// @param desensitize whether the security bit is to be cleared
  /// @param at transaction date
  record CheckoutResponse(
      Sip2Flag ok,
      Sip2Flag renewalOk,
      Sip2Flag magneticMedia,
      Sip2Flag desensitize,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {}

  /// A hold was placed or not; refused, SIPServer leaves `ok` out.
  ///
  /// @param available whether it can be had at once
  /// @param at transaction date
  record HoldResponse(Sip2Flag ok, Sip2Flag available, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// What is known of an item.
  ///
  /// @param circulationStatus `01` to `13`
  /// @param securityMarker `00` other, `01` none, `02` strip, `03` Whisper tape
  /// @param feeType `01` other, `06` rental …
  /// @param at transaction date
  record ItemInformationResponse(
      String circulationStatus,
      String securityMarker,
      String feeType,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {}

  /// Properties were changed or not.
  ///
  /// @param at transaction date
  record ItemStatusUpdateResponse(Sip2Flag ok, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// What a patron may do.
  ///
  /// @param patronStatus Y where something is denied, see [org.libstation.circulation.PatronBlock]
  /// @param language language
  /// @param at transaction date
  record PatronStatusResponse(String patronStatus, String language, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// A card was enabled or not.
  ///
  /// @param patronStatus Y where something is denied
  /// @param language language
  /// @param at transaction date
  record PatronEnableResponse(String patronStatus, String language, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// A loan was renewed or not.
  ///
  /// @param at transaction date
  record RenewResponse(
      Sip2Flag ok,
      Sip2Flag renewalOk,
      Sip2Flag magneticMedia,
      Sip2Flag desensitize,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {}

  /// The patron's session is over.
  ///
  /// @param at transaction date
  record EndSessionResponse(Sip2Flag ended, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// A payment was booked or not.
  ///
  /// @param at transaction date
  record FeePaidResponse(Sip2Flag accepted, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// What is known of a patron, and one list.
  ///
  /// @param patronStatus Y where something is denied, see [org.libstation.circulation.PatronBlock]
  /// @param language language
  /// @param at transaction date
  /// @param holdItems ready on the shelf
  /// @param unavailableHolds still waiting
  record PatronInformationResponse(
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
      implements Sip2Response {}

  /// How many loans were renewed; count the lists, `ok` means little.
  ///
  /// @param at transaction date
  record RenewAllResponse(
      Sip2Flag ok, OptionalInt renewed, OptionalInt unrenewed, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// Logged in or not.
  record LoginResponse(Sip2Flag ok, Sip2Fields fields) implements Sip2Response {}

  /// Your message was damaged; say it again.
  record ResendResponse(Sip2Fields fields) implements Sip2Response {}

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
      implements Sip2Response {}
}
