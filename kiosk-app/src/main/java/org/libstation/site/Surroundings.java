package org.libstation.site;

import static org.libstation.site.SettingException.require;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libstation.screen.words.SiteWords.Offer;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What `station.yaml` says of the station's surroundings: where else to go, and whom to ask.
public final class Surroundings {
  private static final Reason THREE = Reason.of(Word.IN_THREE);
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{1,24}");

  /// A QR code that a phone reads from the screen at arm's length.
  private static final int LONGEST_ADDRESS = 200;

  private Surroundings() {}

  /// Another place to borrow or return.
  ///
  /// @param minutes on foot; 0 = in the same house
  /// @param where in words, in three languages; may be left out
  /// @param hours in three languages; may be left out
  /// @param place its name in the policy, by whose calendar its hours are known; may be left out
  public record Alternative(
      Map<String, String> name,
      @DefaultValue("-1")
          @SiteSetting(
              least = 0,
              most = 180,
              said = "minutes on foot, 0 (in the same house) to 180",
              begins = "0")
          int minutes,
      @DefaultValue Map<String, String> where,
      @DefaultValue @SiteSetting(begins = "borrow, return") List<Offer> offers,
      @DefaultValue Map<String, String> hours,
      @DefaultValue("") String place) {
    public Alternative {
      require(inThree(name), "name", THREE);
      require(where.isEmpty() || inThree(where), "where", THREE);
      require(!offers.isEmpty(), "offers", Reason.of(Word.OFFERS));
      require(hours.isEmpty() || inThree(hours), "hours", THREE);
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
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String phone,
      @DefaultValue Map<String, String> hours,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String afterHoursPhone,
      @DefaultValue Map<String, String> afterHours,
      @DefaultValue("") String page) {
    public Help {
      require(isPhone(phone), "phone", phoneSuchAs("2345 6789"));
      require(hours.isEmpty() || inThree(hours), "hours", THREE);
      require(isPhone(afterHoursPhone), "after-hours-phone", phoneSuchAs("1823"));
      require(afterHours.isEmpty() || inThree(afterHours), "after-hours", THREE);
      require(
          page.isEmpty() || (page.matches("https?://[^\\s]+") && page.length() <= LONGEST_ADDRESS),
          "page",
          Reason.of(
              Word.PAGE,
              "an address that begins with https://, at most " + LONGEST_ADDRESS + " characters",
              String.valueOf(LONGEST_ADDRESS)));
      hours = Map.copyOf(hours);
      afterHours = Map.copyOf(afterHours);
    }

    private static Reason phoneSuchAs(String example) {
      String english = "a phone number in quotes, such as \"" + example + "\"";
      return Reason.of(Word.PHONE, english, example);
    }

    private static boolean isPhone(String number) {
      return number.isEmpty() || PHONE.matcher(number).matches();
    }
  }

  private static boolean inThree(@Nullable Map<String, String> texts) {
    return StationSettings.inThree(texts)
        && Objects.requireNonNull(texts).values().stream().noneMatch(String::isBlank);
  }
}
