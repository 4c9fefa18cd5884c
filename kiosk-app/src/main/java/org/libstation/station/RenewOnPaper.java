package org.libstation.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Style;
import org.libstation.flow.state.Language;
import org.libstation.language.Words;

/// How what was lent can be renewed, below it on a receipt: at a station, by phone, on the
/// library's page with its QR code. What the site does not name is left out.
///
/// @param phone empty text = none
/// @param hours when somebody answers it
/// @param page empty text = none
public record RenewOnPaper(String phone, Map<Language, String> hours, String page) {
  /// Names the station alone.
  public static final RenewOnPaper NONE = new RenewOnPaper("", Map.of(), "");

  public RenewOnPaper {
    hours = Map.copyOf(hours);
  }

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
