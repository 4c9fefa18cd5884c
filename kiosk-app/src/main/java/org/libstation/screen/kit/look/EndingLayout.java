package org.libstation.screen.kit.look;

/// Layout of the end of a visit: the result, the date, the receipt for a phone, and what the hands
/// do next.
///
/// @param aside whether the result stands at one side and the receipt for a phone at the other
/// @param pagesFollow whether pages follow that say in full what the first page shortens
/// @param noticesWait whether notices show only their headings and are left out first
/// @param linesJoined whether two lines of words are joined into one
public record EndingLayout(
    boolean aside,
    boolean pagesFollow,
    boolean noticesWait,
    boolean linesJoined,
    EndingHands hands,
    ReceiptLayout receipt,
    EndingSides beside) {
  /// Layout of what the hands do next, and of the printer.
  ///
  /// @param pictured true = a picture shows what the hands do; false = words say it
  /// @param step highest text step of the words at that picture
  /// @param printing true = a line among the others says that it prints; false = this stands beside
  ///   them
  public record EndingHands(boolean pictured, int step, boolean printing) {}

  /// Layout of the receipt below the result.
  ///
  /// @param form how much its card says
  /// @param code side of the code in px; 350 px are 109 mm on the reference panel
  /// @param largerCode side of the code at text steps above 1
  /// @param wholeUpTo last text step at which it says everything and the date is a picture
  /// @param paperBeside whether a sample of the paper stands beside the code at text step 1
  public record ReceiptLayout(
      EndingCard form, double code, double largerCode, int wholeUpTo, boolean paperBeside) {
    /// Side of the code at a text step.
    public double code(int step) {
      return step > 1 ? largerCode : code;
    }
  }

  /// How much the card of the receipt says.
  public enum EndingCard {
    /// Everything; the short form if that does not fit.
    WHOLE,
    /// The question beside the code; the rest follows on pages. The date is stamped beside the
    /// words, and the lines after the count are left out if room is short.
    QUESTION
  }

  /// Places at the two sides of a lying panel.
  ///
  /// @param headYields whether the heading gets smaller if the lines below it do not fit
  public record EndingSides(CodePlace code, Date date, boolean headYields) {}

  /// Place of the code for a phone.
  public enum CodePlace {
    /// In the column above the keys, under the question.
    COLUMN,
    /// Under the result, with the question beside it.
    UNDER,
    /// At the other side, with the question beside it.
    WITH_QUESTION
  }

  /// How the date is shown beside a code.
  public enum Date {
    /// As a slip beside the words; in the column if there is no code.
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
