package org.libstation.site;

import static org.libstation.site.SettingException.require;

import java.util.List;
import java.util.Map;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.words.SiteWords.Offer;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The station's surroundings in `station.yaml`: other places to go, and how to get help.
public final class Surroundings {
  private Surroundings() {}

  /// Another place to borrow or return.
  ///
  /// @param minutes on foot; 0 = in the same building
  /// @param where description in three languages; may be left out
  /// @param hours in three languages; may be left out
  /// @param place its name in the policy, whose calendar gives its hours; may be left out
  public record Alternative(
      @SiteSetting(is = Shape.THREE_WRITTEN) Map<Language, String> name,
      @DefaultValue("-1")
          @SiteSetting(
              least = 0,
              most = 180,
              said = "minutes on foot, {0} (in the same building) to {1}",
              begins = "0")
          int minutes,
      @DefaultValue @SiteSetting(is = Shape.THREE_OR_NONE) Map<Language, String> where,
      @DefaultValue @SiteSetting(begins = "borrow, return") List<Offer> offers,
      @DefaultValue @SiteSetting(is = Shape.THREE_OR_NONE) Map<Language, String> hours,
      @DefaultValue("") String place) {
    public Alternative {
      require(name != null, "name", Reason.of(Word.IN_THREE));
      require(
          !offers.isEmpty(), "offers", Reason.someOf(Word.OFFERS, SettingKey.words(Offer.class)));
      name = Map.copyOf(name);
      where = Map.copyOf(where);
      offers = List.copyOf(offers);
      hours = Map.copyOf(hours);
    }
  }

  /// How to reach a librarian. Each part may be left out.
  ///
  /// @param hours when the phone is answered, in three languages
  /// @param afterHoursPhone number outside those hours
  /// @param afterHours an explanation of that number, in three languages
  /// @param page address of the library's help page
  /// @param renewPage address of the page for renewals, printed on receipts
  public record HelpSettings(
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS, is = Shape.PHONE) String phone,
      @DefaultValue @SiteSetting(is = Shape.THREE_OR_NONE) Map<Language, String> hours,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS, is = Shape.PHONE_AFTER_HOURS)
          String afterHoursPhone,
      @DefaultValue @SiteSetting(is = Shape.THREE_OR_NONE) Map<Language, String> afterHours,
      @DefaultValue("") @SiteSetting(is = Shape.PAGE) String page,
      @DefaultValue("") @SiteSetting(is = Shape.PAGE) String renewPage) {
    public HelpSettings {
      hours = Map.copyOf(hours);
      afterHours = Map.copyOf(afterHours);
    }
  }
}
