package org.libstation.tag;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whose tags are the library's own: its ISIL and those of its partners (ISO 15511, the owner of
/// ISO 28560-1). A tag that names another is another library's; one that names none is the
/// library's own, and so is every tag where no list is kept.
///
/// @param isils in capitals
public record TagOwners(Set<String> isils) {
  /// Of whomever.
  public static final TagOwners ANY = new TagOwners(Set.of());

  /// ISO 15511: at most 16 characters.
  private static final Pattern ISIL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:/-]{0,15}");

  public TagOwners {
    isils = Set.copyOf(isils);
  }

  /// @param list with commas between
  /// @throws IllegalArgumentException when one is no ISIL
  public static TagOwners of(String list) {
    Set<String> isils =
        Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .filter(isil -> !isil.isEmpty())
            .map(isil -> isil.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    for (String isil : isils) {
      if (!ISIL.matcher(isil).matches()) {
        throw new IllegalArgumentException("no ISIL: " + isil);
      }
    }
    return new TagOwners(isils);
  }

  /// Whether a tag of this owner is the library's own, or a partner's.
  public boolean ours(Optional<String> owner) {
    return isils.isEmpty()
        || owner.isEmpty()
        || isils.contains(owner.get().strip().toUpperCase(Locale.ROOT));
  }
}
