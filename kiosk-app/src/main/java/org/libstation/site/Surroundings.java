package org.libstation.site;

import static org.libstation.site.SettingException.require;

import java.util.List;
import java.util.Map;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.words.SiteWords.Offer;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What `station.yaml` says of the station's surroundings: where else to go, and whom to ask.
public final class Surroundings {
  private Surroundings() {}

  /// Another place to borrow or return.
  ///
  /// @param minutes on foot; 0 = in the same house
  /// @param where in words, in three languages; may be left out
  /// @param hours in three languages; may be left out
  /// @param place its name in the policy, by whose calendar its hours are known; may be left out
  public record Alternative(
      @SiteSetting(is = Shape.THREE_WRITTEN) Map<Language, String> name,
      @DefaultValue("-1")
          @SiteSetting(
              least = 0,
              most = 180,
              said = "minutes on foot, {0} (in the same house) to {1}",
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
  /// @param hours when somebody answers the phone, in three languages
  /// @param afterHoursPhone number outside those hours
  /// @param afterHours a word on it, in three languages
  /// @param page address of the library's page of help
  /// @param renewPage address of the page where loans are renewed, told on receipts
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
