package org.libstation.central.sip2;

import java.util.List;
import java.util.stream.Stream;

/// A variable field that a message may carry: `AB` is required by SIP 2.00 (systems leave required
/// fields out), `AB?` may be missing, `AB*` may be missing and may repeat. Source: SIP 2.00,
/// "message formats"; 3M's extensions of 2005; what recorded systems add.
record VariableField(Sip2Field field, boolean repeats) {

  /// Those of a message, in the order of the specification.
  static List<VariableField> of(Sip2Layout layout) {
    return Stream.of(table(layout).split(" ", -1))
        .filter(it -> !it.isEmpty())
        .map(VariableField::read)
        .toList();
  }

  private static VariableField read(String notation) {
    return new VariableField(Sip2Field.valueOf(notation.substring(0, 2)), notation.endsWith("*"));
  }

  private static String table(Sip2Layout layout) {
    return switch (layout) {
      case BLOCK_PATRON -> "AO AL AA AC";
      case CHECKIN -> "AP AO AB AC CH? BI?";
      case CHECKIN_RESPONSE ->
          "AO AB AQ AJ? CL? AA? CK? CH? CR? CS? CT? CV? CY? DA? BF? BH? BV? AF*" + " AG*";
      case CHECKOUT -> "AO AA AB AC CH? AD? BO? BI?";
      case CHECKOUT_RESPONSE -> "AO AA AB AJ AH BT? CI? BH? BV? CK? CH? BK? BL? CQ? AF* AG*";
      case HOLD -> "BW? BS? BY? AO AA AD? AB? AJ? AC? BO? MA? MB? MC?";
      case HOLD_RESPONSE -> "BW? BR? BS? AO AA AB? AJ? MA? MB? MC? AF* AG*";
      case ITEM_INFORMATION -> "AO AB AC?";
      case ITEM_INFORMATION_RESPONSE ->
          "CF? AH? CJ? CM? AB AJ BG? BH? BV? CK? AQ? AP? CH? CR? CS? CT? CY? DA?"
              + " DE? EA? IN? NB? AF* AG*";
      case ITEM_STATUS_UPDATE -> "AO AB AC? CH";
      case ITEM_STATUS_UPDATE_RESPONSE -> "AB AJ? CH? AF* AG*";
      case PATRON_STATUS -> "AO AA AC AD";
      case PATRON_STATUS_RESPONSE -> "AO AA AE BL? CQ? BH? BV? AF* AG*";
      case PATRON_ENABLE -> "AO AA AC? AD?";
      case PATRON_ENABLE_RESPONSE -> "AO AA AE BL? CQ? AF* AG*";
      case RENEW -> "AO AA AD? AB? AJ? AC? CH? BO?";
      case RENEW_RESPONSE -> "AO AA AB AJ AH BT? CI? BH? BV? CK? CH? BK? AF* AG*";
      case END_SESSION -> "AO AA AC? AD?";
      case END_SESSION_RESPONSE -> "AO AA AF* AG*";
      case FEE_PAID -> "BV AO AA AC? AD? CG? BK? OR? RN?";
      case FEE_PAID_RESPONSE -> "AO AA BK? CG* FA* FC* FE* FG* AF* AG*";
      case PATRON_INFORMATION -> "AO AA AC? AD? BP? BQ?";
      case PATRON_INFORMATION_RESPONSE ->
          "AO AA AE BZ? CA? CB? BL? CQ? BH? BV? CC? AS* AT* AU* AV* BU* CD* BD?"
              + " BE? BF? AQ? BC? CG* FA* FB* FC* FD* FE* FF* FU? FV? PA? PB? PC? PE?"
              + " PI? PX? PZ? XI? AF* AG*";
      case RENEW_ALL -> "AO AA AD? AC? BO?";
      case RENEW_ALL_RESPONSE -> "AO BM* BN* AF* AG*";
      case LOGIN -> "CN CO CP?";
      case LOGIN_RESPONSE -> "";
      case SC_RESEND -> "";
      case ACS_RESEND -> "";
      case ACS_STATUS -> "AO AM? BX AN? AF* AG*";
      case SC_STATUS -> "";
    };
  }
}
