package org.libstation.device.pad;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.libstation.device.TagSecurity;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.driver.DriverOptions;
import org.libstation.tag.TagContent;

/// A site's settings of a pad that are common to all makes. The README of the make's folder
/// explains the keys.
///
/// @param onLoan AFI of an item on loan, at which the gate stays silent
/// @param inStock AFI of an item in stock, at which the gate alarms
/// @param eas whether the EAS bit of NXP's tags is set and reset together with the AFI
/// @param patron matches the primary identifiers of patrons' cards whose tags do not say what they
///   are
/// @param leaveAfter number of inventories without a tag after which it has left
/// @param firstRead number of bytes to read at once, before the length of a tag's record is known
/// @param poll time between two inventories of an unchanging pad
public record PadOptions(
    int onLoan,
    int inStock,
    boolean eas,
    Pattern patron,
    int leaveAfter,
    int firstRead,
    Duration poll) {

  /// Reads the options.
  ///
  /// @param firstRead default of the bytes to read at once
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

  /// Corrects the content: an item whose identifier belongs to a patron is a patron's card.
  TagContent content(TagContent read) {
    return read instanceof TagContent.Item item && patron.matcher(item.primaryId()).matches()
        ? new TagContent.PatronCard(item.primaryId())
        : read;
  }

  /// The security state that an AFI means, by the configured pair of AFI values.
  TagSecurity security(int afi) {
    if (afi == onLoan) {
      return TagSecurity.CLEARED;
    }
    return afi == inStock ? TagSecurity.ARMED : TagSecurity.UNKNOWN;
  }

  /// The configured AFI value for a security state.
  ///
  /// @throws IllegalArgumentException for UNKNOWN
  int afi(TagSecurity security) {
    return switch (security) {
      case CLEARED -> onLoan;
      case ARMED -> inStock;
      case UNKNOWN -> throw new IllegalArgumentException("a tag is armed or cleared");
    };
  }
}
