package org.libstation.screen.kit.words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the site says of its surroundings, in one language.
///
/// @param alternatives other places to go to, the nearest first
/// @param help how to reach a librarian
/// @param desk where the devices are
public record SiteWords(List<SitePlace> alternatives, SiteHelp help, DeskPicture desk) {
  public static final SiteWords NONE =
      new SiteWords(List.of(), new SiteHelp("", "", "", "", ""), DeskPicture.USUAL);

  /// The desk in front of the screen, as its pictures show it.
  ///
  /// @param cardsLeft reader or scanner stand left of the tray, else right
  /// @param pad the tray reads tags
  /// @param printer a receipt comes out below the tray
  /// @param cardStays a card lies at its place through the visit
  /// @param terminal where the payment terminal stands
  public record DeskPicture(
      boolean cardsLeft, boolean pad, boolean printer, boolean cardStays, TerminalPlace terminal) {
    public static final DeskPicture USUAL =
        new DeskPicture(false, true, true, false, TerminalPlace.RIGHT);

    /// Where a card is read.
    ///
    /// @param reader cards have a reader of their own
    public CardPlace cards(boolean reader) {
      return reader ? CardPlace.READER : cardStays && pad ? CardPlace.TRAY : CardPlace.SCANNER;
    }
  }

  /// Where the payment terminal stands, seen from who faces the screen.
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

  /// What can be done at a place.
  public enum Offer {
    BORROW,
    RETURN,
    DROP
  }

  /// @param minutes on foot; 0 = in the same house
  /// @param where in words; empty where the minutes say it
  /// @param hours empty where nobody says
  /// @param calendar its name in the library's rules, by which its hours are known; empty = none
  public record SitePlace(
      String name, int minutes, String where, String hours, Set<Offer> offers, String calendar) {

    public SitePlace {
      offers = Set.copyOf(offers);
    }
  }

  /// Each part may be empty; it is then left out.
  ///
  /// @param hours when somebody answers the phone
  /// @param afterPhone number outside those hours
  /// @param afterHours a word on it
  /// @param page address of the library's page of help
  public record SiteHelp(
      String phone, String hours, String afterPhone, String afterHours, String page) {

    /// What a phone's camera opens: the page, else the phone.
    public Optional<String> code() {
      return !page.isBlank()
          ? Optional.of(page)
          : phone.isBlank()
              ? Optional.empty()
              : Optional.of("tel:" + phone.replaceAll("[^+0-9]", ""));
    }
  }

  /// Places that offer one of these, the nearest first.
  public List<SitePlace> offering(Set<Offer> offers) {
    return alternatives.stream()
        .filter(place -> place.offers().stream().anyMatch(offers::contains))
        .toList();
  }
}
