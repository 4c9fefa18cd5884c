package org.libstation.screen.kit.look;

/// Where the parts of the end of a visit stand: what it came to, the date, the receipt for a phone,
/// what the hands do next.
///
/// @param aside what it came to stands at one side, the receipt for a phone at the other
/// @param pagesFollow what is cut short is told in whole on pages that follow
/// @param noticesWait notices say their heads alone and give way before anything else
/// @param linesJoined what is said in two lines is said in one
public record EndingLayout(
    boolean aside,
    boolean pagesFollow,
    boolean noticesWait,
    boolean linesJoined,
    EndingHands hands,
    ReceiptLayout receipt,
    EndingSides beside) {
  /// What the hands do next, and the printer.
  ///
  /// @param pictured what they do is shown in a picture, else said in words
  /// @param step at most, of the words at that picture
  /// @param printing that it prints is told among the lines, else beside them
  public record EndingHands(boolean pictured, int step, boolean printing) {}

  /// The receipt below what the visit came to.
  ///
  /// @param form of its card
  /// @param code side of the code in it: 350 are 109 mm on the reference panel
  /// @param largerCode the same in larger text
  /// @param wholeUpTo up to which text step it says all, and the date is a picture
  /// @param paperBeside the sample of the paper stands beside it in the first size of text
  public record ReceiptLayout(
      EndingCard form, double code, double largerCode, int wholeUpTo, boolean paperBeside) {
    /// Side of the code at a text step.
    public double code(int step) {
      return step > 1 ? largerCode : code;
    }
  }

  /// How much a card says.
  public enum EndingCard {
    /// All, and where that has no room the short form.
    WHOLE,
    /// The question beside the code; the rest follows on pages. The date is stamped beside the
    /// words, and what is said after the count gives way.
    QUESTION
  }

  /// At one side and at the other.
  ///
  /// @param headYields the heading is smaller where what is said has no room else
  public record EndingSides(CodePlace code, Date date, boolean headYields) {}

  /// Where the code for a phone stands.
  public enum CodePlace {
    /// In the column above the keys, the question over it.
    COLUMN,
    /// Under what the visit came to, the question beside it.
    UNDER,
    /// At the other side, the question beside it.
    WITH_QUESTION
  }

  /// Where the date stands beside a code.
  public enum Date {
    /// As a slip beside the words; without a code in the column.
    SLIP,
    /// As a stamp beside the words.
    STAMP,
    /// As a small stamp in the column.
    SMALL_STAMP,
    IN_WORDS
  }

  private static final By<Boolean> ASIDE = By.usual(false).wide(true);
  private static final By<Boolean> PAGES_FOLLOW = By.usual(false).low(true).small(true);
  private static final By<Boolean> NOTICES_WAIT = By.usual(false).low(true);
  private static final By<Boolean> LINES_JOINED = By.usual(false).wideLow(true);
  private static final By<EndingHands> HANDS =
      By.usual(new EndingHands(true, Steps.ANY, true))
          .low(new EndingHands(false, Steps.ANY, true))
          .wideLow(new EndingHands(false, Steps.ANY, false))
          .small(new EndingHands(true, 1, true))
          .smallLow(new EndingHands(false, 1, false));
  private static final By<ReceiptLayout> RECEIPT =
      By.usual(new ReceiptLayout(EndingCard.WHOLE, 350, 350, Steps.ANY, true))
          .narrow(new ReceiptLayout(EndingCard.WHOLE, 350, 300, 1, false))
          .low(new ReceiptLayout(EndingCard.QUESTION, 300, 300, Steps.ANY, false))
          .narrowLow(new ReceiptLayout(EndingCard.QUESTION, 300, 300, 1, false));
  private static final By<EndingSides> BESIDE =
      By.usual(new EndingSides(CodePlace.COLUMN, Date.SLIP, false))
          .wideLow(new EndingSides(CodePlace.WITH_QUESTION, Date.STAMP, false))
          .small(new EndingSides(CodePlace.UNDER, Date.SMALL_STAMP, false))
          .smallLow(new EndingSides(CodePlace.WITH_QUESTION, Date.IN_WORDS, true));

  static EndingLayout of(Arrangement how) {
    return new EndingLayout(
        ASIDE.in(how),
        PAGES_FOLLOW.in(how),
        NOTICES_WAIT.in(how),
        LINES_JOINED.in(how),
        HANDS.in(how),
        RECEIPT.in(how),
        BESIDE.in(how));
  }
}
