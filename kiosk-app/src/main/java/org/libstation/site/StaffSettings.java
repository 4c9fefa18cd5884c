package org.libstation.site;

import static org.libstation.site.SettingException.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.libstation.flow.state.StaffLevel;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may open the service screens.
///
/// @param pin PIN of the unnamed user, who has a technician's rights
/// @param named members of staff; the journal records their name with each task they close
public record StaffSettings(
    @DefaultValue("") @SiteSetting(form = FormGroup.STAFF, hidden = Hidden.ALWAYS, is = Shape.PIN)
        String pin,
    @DefaultValue @SiteSetting(form = FormGroup.STAFF) List<StaffPin> named) {
  /// The unnamed user's name in the journal.
  private static final String UNNAMED = "technician";

  public StaffSettings {
    named = List.copyOf(named);
    Set<String> pins = named.stream().map(StaffPin::pin).collect(Collectors.toSet());
    require(
        !pins.contains(pin) && pins.size() == named.size(),
        "named.*.pin",
        Reason.of(Word.PIN_ONCE));
    Set<String> names = named.stream().map(StaffPin::name).collect(Collectors.toSet());
    require(
        !names.contains(UNNAMED) && names.size() == named.size(),
        "named.*.name",
        Reason.of(Word.NAME_ONCE));
  }

  /// All PINs or their hashes, by name.
  public Map<String, String> pins() {
    Map<String, String> all = new HashMap<>();
    named.forEach(each -> all.put(each.name(), each.pin()));
    all.put(UNNAMED, pin);
    return all;
  }

  /// Hashes of the staff cards, by name; members without a card are left out.
  public Map<String, String> cards() {
    return named.stream()
        .filter(each -> !each.card().isEmpty())
        .collect(Collectors.toMap(StaffPin::name, StaffPin::card));
  }

  /// Access levels, by name.
  public Map<String, StaffLevel> levels() {
    Map<String, StaffLevel> all = new HashMap<>();
    named.forEach(each -> all.put(each.name(), each.level()));
    all.put(UNNAMED, StaffLevel.TECHNICIAN);
    return all;
  }

  /// Whether one of the PINs is in the public example site. This computes two slow hashes for each
  /// PIN.
  boolean hasDefault() {
    return pins().values().stream()
        .anyMatch(each -> EXAMPLES.stream().anyMatch(known -> PinHash.fits(each, known)));
  }

  static final List<String> EXAMPLES = List.of("246810", "135790");

  @Override
  public String toString() {
    return "technician";
  }

  /// A member of staff.
  ///
  /// @param card hash of the number on the staff card; empty = none
  public record StaffPin(
      @SiteSetting(hidden = Hidden.IN_REPORTS, is = Shape.STAFF_NAME) String name,
      @SiteSetting(hidden = Hidden.ALWAYS, is = Shape.PIN) String pin,
      @DefaultValue("technician") @SiteSetting(begins = "staff") StaffLevel level,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS, is = Shape.CARD) String card) {
    @Override
    public String toString() {
      return name;
    }
  }
}
