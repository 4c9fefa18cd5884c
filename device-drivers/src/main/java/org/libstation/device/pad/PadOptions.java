package org.libstation.device.pad;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.libstation.device.TagSecurity;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.driver.DriverOptions;
import org.libstation.tag.TagContent;

/// What a site sets of a pad whatever its make; the keys stand in the README of the make's folder.
///
/// @param onLoan AFI of an item on loan, at which the gate stays silent
/// @param inStock AFI of an item in stock, at which the gate alarms
/// @param eas whether the EAS bit of NXP's tags is set and reset beside the AFI
/// @param patron primary identifiers of patrons' cards whose tags do not say what they are
/// @param leaveAfter inventories without a tag until it has left
/// @param firstRead bytes of a tag that are read at once before it is known how long its record is
/// @param poll time between two looks at a pad on which nothing changes
public record PadOptions(
    int onLoan,
    int inStock,
    boolean eas,
    Pattern patron,
    int leaveAfter,
    int firstRead,
    Duration poll) {

  /// @param firstRead bytes of a tag that are read at once, where the site says nothing else
  public static PadOptions read(DriverOptions options, int firstRead) {
    int onLoan = options.oneByte("afi.onloan", "C2");
    int inStock = options.oneByte("afi.instock", "07");
    if (onLoan == inStock) {
      throw options.wrong(
          "afi.instock",
          OptionRule.OTHER_THAN,
          List.of("afi.onloan"),
          "another value than afi.onloan");
    }
    return new PadOptions(
        onLoan,
        inStock,
        options.choice("eas", "off", "off", "nxp").equals("nxp"),
        options.pattern("patron.id", "(?!)"),
        options.number("leave.after", 5, 1, 50),
        options.number("read.bytes", firstRead, 8, 128),
        options.millis("poll.ms", 50, 20, 5_000));
  }

  /// An item whose identifier is a patron's is a patron's card.
  TagContent content(TagContent read) {
    return read instanceof TagContent.Item item && patron.matcher(item.primaryId()).matches()
        ? new TagContent.PatronCard(item.primaryId())
        : read;
  }

  TagSecurity security(int afi) {
    if (afi == onLoan) {
      return TagSecurity.CLEARED;
    }
    return afi == inStock ? TagSecurity.ARMED : TagSecurity.UNKNOWN;
  }

  int afi(TagSecurity security) {
    return switch (security) {
      case CLEARED -> onLoan;
      case ARMED -> inStock;
      case UNKNOWN -> throw new IllegalArgumentException("a tag is armed or cleared");
    };
  }
}
