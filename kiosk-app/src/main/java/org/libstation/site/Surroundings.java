package org.libstation.site;

import static org.libstation.site.StationSettings.require;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.libstation.site.Reason.Word;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What `station.yaml` says of the station's surroundings: where else to go, and whom to ask.
public final class Surroundings {
  private static final Reason THREE = Reason.of(Word.IN_THREE);
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{1,24}");

  private static final int MOST_MINUTES = 180;

  /// A QR code that a phone reads from the screen at arm's length.
  private static final int LONGEST_ADDRESS = 200;

  private Surroundings() {}

  /// Another place to borrow or return.
  ///
  /// @param minutes on foot; 0 = in the same house
  /// @param where in words, in three languages; may be left out
  /// @param offers some of borrow, return and drop
  /// @param hours in three languages; may be left out
  /// @param place its name in the policy, by whose calendar its hours are known; may be left out
  public record Alternative(
      @DefaultValue Map<String, String> name,
      @DefaultValue("-1") int minutes,
      @DefaultValue Map<String, String> where,
      @DefaultValue List<String> offers,
      @DefaultValue Map<String, String> hours,
      @DefaultValue("") String place) {
    public Alternative {
      require(inThree(name), "alternatives.*.name", THREE);
      require(
          minutes >= 0 && minutes <= MOST_MINUTES,
          "alternatives.*.minutes",
          Reason.range(0, MOST_MINUTES)
              .saying("minutes on foot, 0 (in the same house) to " + MOST_MINUTES));
      require(where.isEmpty() || inThree(where), "alternatives.*.where", THREE);
      require(
          !offers.isEmpty() && Set.of("borrow", "return", "drop").containsAll(offers),
          "alternatives.*.offers",
          Reason.of(Word.OFFERS));
      require(hours.isEmpty() || inThree(hours), "alternatives.*.hours", THREE);
      name = Map.copyOf(name);
      where = Map.copyOf(where);
      offers = List.copyOf(offers);
      hours = Map.copyOf(hours);
    }
  }

  /// How to reach a librarian. Each part may be left out.
  ///
  /// @param hours when somebody answers the phone, in three languages
  /// @param afterHoursPhone number outside those hours
  /// @param afterHours a word on it, in three languages
  /// @param page address of the library's page of help
  public record Help(
      @DefaultValue("") String phone,
      @DefaultValue Map<String, String> hours,
      @DefaultValue("") String afterHoursPhone,
      @DefaultValue Map<String, String> afterHours,
      @DefaultValue("") String page) {
    public Help {
      require(
          isPhone(phone),
          "help.phone",
          Reason.of(Word.PHONE, "a phone number in quotes, such as \"2345 6789\"", "2345 6789"));
      require(hours.isEmpty() || inThree(hours), "help.hours", THREE);
      require(
          isPhone(afterHoursPhone),
          "help.after-hours-phone",
          Reason.of(Word.PHONE, "a phone number in quotes, such as \"1823\"", "1823"));
      require(afterHours.isEmpty() || inThree(afterHours), "help.after-hours", THREE);
      require(
          page.isEmpty() || (page.matches("https?://[^\\s]+") && page.length() <= LONGEST_ADDRESS),
          "help.page",
          Reason.of(
              Word.PAGE,
              "an address that begins with https://, at most " + LONGEST_ADDRESS + " characters",
              String.valueOf(LONGEST_ADDRESS)));
      hours = Map.copyOf(hours);
      afterHours = Map.copyOf(afterHours);
    }

    private static boolean isPhone(String number) {
      return number.isEmpty() || PHONE.matcher(number).matches();
    }
  }

  private static boolean inThree(Map<String, String> texts) {
    return texts.keySet().equals(StationSettings.LANGUAGES)
        && texts.values().stream().noneMatch(String::isBlank);
  }
}
