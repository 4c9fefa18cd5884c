package org.libstation.tools.sip2;

import org.libstation.central.sip2.Sip2Response;

/// Finds out whether the checkin response (10) for an item on loan names the patron (AA).
final class CheckinProbe {
  private final Findings found;

  CheckinProbe(Findings found) {
    this.found = found;
  }

  /// @param back the answer to the 09 for the test item, which was on loan
  void saw(ProbeAnswer back) {
    boolean booked =
        back.as(Sip2Response.CheckinResponse.class).filter(each -> each.ok().yes()).isPresent();
    if (!booked) {
      found.note("whether a 10 names the patron was not seen: the return was not booked");
      return;
    }
    boolean names = back.has("AA");
    found.set(
        Switches.CHECKIN_NAMES_PATRON,
        String.valueOf(names),
        names
            ? "the 10 for a loan that ended names the patron (AA)"
            : "the 10 for a loan that ended names no patron (AA): the look before a return tells"
                + " whether the item was on loan");
  }
}
