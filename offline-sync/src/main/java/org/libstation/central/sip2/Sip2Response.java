package org.libstation.central.sip2;

import java.util.OptionalInt;

/// A message from the central system to a station.
///
/// Each record holds the fixed fields in the order of its [Sip2Layout], which gives their widths,
/// and the variable fields as they came. `at` is the transaction date.
public sealed interface Sip2Response extends Sip2Message.Laid {

  /// Whether an item was returned (10).
  ///
  /// @param ok whether it was returned
  /// @param resensitize whether the security bit is to be set
  /// @param alert whether the item needs attention
  record CheckinResponse(
      Sip2Flag ok,
      Sip2Flag resensitize,
      Sip2Flag magneticMedia,
      Sip2Flag alert,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {}

  /// Whether an item was lent (12).
  ///
  /// @param ok whether it is on loan to AA now
  /// @param renewalOk whether it was already on loan to this patron
  /// @param desensitize whether the security bit is to be cleared
  record CheckoutResponse(
      Sip2Flag ok,
      Sip2Flag renewalOk,
      Sip2Flag magneticMedia,
      Sip2Flag desensitize,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {}

  /// Whether a hold was placed or changed (16). SIPServer leaves `ok` out of a refusal.
  ///
  /// @param available whether the item can be had at once
  record HoldResponse(Sip2Flag ok, Sip2Flag available, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// What the central system knows of an item (18).
  ///
  /// @param circulationStatus `01` to `13`
  /// @param securityMarker `00` other, `01` none, `02` strip, `03` Whisper tape
  /// @param feeType `01` other, `06` rental …
  record ItemInformationResponse(
      String circulationStatus,
      String securityMarker,
      String feeType,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {}

  /// Whether the properties of an item were changed (20).
  record ItemStatusUpdateResponse(Sip2Flag ok, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// What a patron may do (24).
  ///
  /// @param patronStatus 14 letters; Y means that something is denied, see
  ///   [org.libstation.circulation.PatronBlock]
  record PatronStatusResponse(String patronStatus, String language, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// Whether a card was enabled (26).
  ///
  /// @param patronStatus as in [PatronStatusResponse]
  record PatronEnableResponse(String patronStatus, String language, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// Whether a loan was renewed (30).
  record RenewResponse(
      Sip2Flag ok,
      Sip2Flag renewalOk,
      Sip2Flag magneticMedia,
      Sip2Flag desensitize,
      Sip2Date at,
      Sip2Fields fields)
      implements Sip2Response {}

  /// Confirms the end of the patron's session (36).
  record EndSessionResponse(Sip2Flag ended, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// Whether a payment was booked (38).
  record FeePaidResponse(Sip2Flag accepted, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// What the central system knows of a patron, with one list (64).
  ///
  /// @param patronStatus as in [PatronStatusResponse]
  /// @param holdItems holds that are ready on the shelf
  /// @param unavailableHolds holds that still wait
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

  /// How many loans were renewed (66). Count the entries of the lists, because `ok` means little.
  record RenewAllResponse(
      Sip2Flag ok, OptionalInt renewed, OptionalInt unrenewed, Sip2Date at, Sip2Fields fields)
      implements Sip2Response {}

  /// Whether the login succeeded (94).
  record LoginResponse(Sip2Flag ok, Sip2Fields fields) implements Sip2Response {}

  /// Asks for the last message again, because it was damaged (96).
  record ResendResponse(Sip2Fields fields) implements Sip2Response {}

  /// The status of the central system (98).
  ///
  /// @param online whether it reaches its own database
  /// @param offlineOk whether it accepts no-block transactions
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
