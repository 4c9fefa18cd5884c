package org.libstation.screen.kit.words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the site says of its surroundings, in one language.
///
/// @param alternatives other places to go to, nearest first
/// @param help how to reach a librarian
/// @param desk where the devices are
public record SiteWords(List<SitePlace> alternatives, SiteHelp help, DeskPicture desk) {
  public static final SiteWords NONE =
      new SiteWords(List.of(), new SiteHelp("", "", "", "", ""), DeskPicture.USUAL);

  /// The desk in front of the screen, as pictures show it.
  ///
  /// @param cardsLeft whether reader or scanner stand left of the tray, not right
  /// @param pad whether the tray reads tags
  /// @param printer whether a receipt comes out below the tray
  /// @param cardStays whether a card stays at its place through the visit
  /// @param terminal place of the payment terminal
  public record DeskPicture(
      boolean cardsLeft, boolean pad, boolean printer, boolean cardStays, TerminalPlace terminal) {
    public static final DeskPicture USUAL =
        new DeskPicture(false, true, true, false, TerminalPlace.RIGHT);

    /// Returns where a card is read.
    ///
    /// @param reader whether cards have a reader of their own
    public CardPlace cards(boolean reader) {
      return reader ? CardPlace.READER : cardStays && pad ? CardPlace.TRAY : CardPlace.SCANNER;
    }
  }

  /// Place of the payment terminal, for a person who faces the screen.
  public enum TerminalPlace {
    RIGHT,
    LEFT,
    BELOW
  }

  /// Where a card is read.
  public enum CardPlace {
    READER,
    SCANNER,
    /// On the tray, where it stays.
    TRAY
  }

  public SiteWords {
    alternatives =
        alternatives.stream().sorted(Comparator.comparingInt(SitePlace::minutes)).toList();
  }

  /// What a place offers.
  public enum Offer {
    BORROW,
    RETURN,
    DROP
  }

  /// Another place.
  ///
  /// @param minutes walk in minutes; 0 = in the same building
  /// @param where the way in words; blank if the minutes say enough
  /// @param hours opening hours in words; blank if unknown
  /// @param calendar name of its calendar in the library's rules, which has its hours; blank = none
  public record SitePlace(
      String name, int minutes, String where, String hours, Set<Offer> offers, String calendar) {

    public SitePlace {
      offers = Set.copyOf(offers);
    }
  }

  /// How to reach a librarian; a part that is blank is left out.
  ///
  /// @param hours when the phone is answered
  /// @param afterPhone phone number outside those hours
  /// @param afterHours words about that number
  /// @param page address of the library's help page
  public record SiteHelp(
      String phone, String hours, String afterPhone, String afterHours, String page) {

    /// Returns what a phone's camera opens: the page, otherwise the phone number; empty if there is
    /// neither.
    public Optional<String> code() {
      return !page.isBlank()
          ? Optional.of(page)
          : phone.isBlank()
              ? Optional.empty()
              : Optional.of("tel:" + phone.replaceAll("[^+0-9]", ""));
    }
  }

  /// Places that offer one of these, nearest first.
  public List<SitePlace> offering(Set<Offer> offers) {
    return alternatives.stream()
        .filter(place -> place.offers().stream().anyMatch(offers::contains))
        .toList();
  }
}
