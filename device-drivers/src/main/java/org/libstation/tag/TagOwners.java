package org.libstation.tag;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The owners whose tags count as the library's own: its ISIL and those of its partners (ISO 15511,
/// the owner of ISO 28560-1). A tag with another owner belongs to another library. A tag without an
/// owner counts as the library's own. If the list is empty, every tag does.
///
/// @param isils in capitals
public record TagOwners(Set<String> isils) {
  /// Accepts the tags of any owner.
  public static final TagOwners ANY = new TagOwners(Set.of());

  /// Form of an ISIL by ISO 15511: at most 16 characters.
  private static final Pattern ISIL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:/-]{0,15}");

  public TagOwners {
    isils = Set.copyOf(isils);
  }

  /// Reads a list of ISILs.
  ///
  /// @param list separated by commas
  /// @throws IllegalArgumentException when an entry is no ISIL
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
