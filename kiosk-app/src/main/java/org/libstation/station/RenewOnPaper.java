package org.libstation.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Style;
import org.libstation.flow.state.Language;
import org.libstation.language.Words;

/// Prints, below the loans of a receipt, how they can be renewed: at a station, by phone, or on the
/// library's web page with a QR code. Ways that the site does not configure are left out.
///
/// @param phone empty if there is none
/// @param hours when the phone is answered
/// @param page the web address; empty if there is none
public record RenewOnPaper(String phone, Map<Language, String> hours, String page) {
  /// Names only the station.
  public static final RenewOnPaper NONE = new RenewOnPaper("", Map.of(), "");

  public RenewOnPaper {
    hours = Map.copyOf(hours);
  }

  /// The lines in this language.
  List<Receipt.Line> in(Words words) {
    List<Receipt.Line> lines = new ArrayList<>();
    lines.add(new Receipt.Space());
    lines.add(new Receipt.Text(words.say("slip.renew"), Style.BOLD, Align.LEFT));
    lines.add(told(words.say("slip.renew.station")));
    if (!phone.isEmpty()) {
      String open = hours.getOrDefault(words.language(), "");
      lines.add(
          told(
              open.isEmpty()
                  ? words.say("slip.renew.phone", phone)
                  : words.say("slip.renew.phone.hours", phone, open)));
    }
    if (!page.isEmpty()) {
      lines.add(told(words.say("slip.renew.page", page)));
      lines.add(new Receipt.Qr(page));
    }
    return List.copyOf(lines);
  }

  private static Receipt.Line told(String words) {
    return new Receipt.Text(words, Style.NORMAL, Align.LEFT);
  }
}
