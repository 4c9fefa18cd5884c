package org.libstation.screen.look;

import org.libstation.flow.state.Access;

/// Where the parts of a list stand: heading, notices, rows, the keys of rows, the hand.
public record ListLayout(
    Head head, Notices notices, Rows rows, Row row, Briefs briefs, Turner turner, Hand hand) {
  /// The heading.
  ///
  /// @param oneLine it is as large as one line holds it
  /// @param shelf the covers of what it counts stand beside it
  /// @param yields it gives way as the hand does
  /// @param staysAlone without a line under it it never does
  /// @param lineRank in which rank the line under it gives way; 0 = not before the heading
  /// @param strip height of a low strip of the hand that stands below
  public record Head(
      boolean oneLine,
      boolean shelf,
      boolean yields,
      boolean staysAlone,
      int lineRank,
      double strip,
      HideKey hideKey) {}

  /// The key that hides titles.
  public enum HideKey {
    /// It stands with the access keys.
    ELSEWHERE,
    /// Beside the heading, in one word.
    SHORT,
    /// At the line under it, in whole words.
    WHOLE
  }

  /// @param turnFrom from which text step they have pages of their own, where their column is taken
  /// @param headTurns in large text the heading takes turns with them
  /// @param atLargeRow in large text they stand at a row that leaves them room
  /// @param inColumn they may stand in the column beside the list
  /// @param columnKeys how many keys that column has at most
  /// @param onLeaves a long one is told over several pages before it is written smaller
  public record Notices(
      int turnFrom,
      boolean headTurns,
      boolean atLargeRow,
      boolean inColumn,
      int columnKeys,
      boolean onLeaves) {}

  /// @param largeAlone in large text each has a page
  /// @param keysInThem their keys stand in them, except in large text; so does all that belongs to
  ///   them
  /// @param few so many leave half of a stage blank and are written larger
  /// @param sizesBetween the last text step is far from the one before it: there are sizes between
  /// @param overHead they take the place of the heading
  public record Rows(
      TooHigh tooHigh,
      boolean largeAlone,
      boolean keysInThem,
      int few,
      boolean sizesBetween,
      boolean overHead) {}

  /// What becomes of a row that is too high.
  public enum TooHigh {
    /// Its words are smaller, before the hand has no room.
    SMALLER,
    /// It takes its compact form.
    COMPACT,
    /// The same, and one that says why not always does.
    COMPACT_IF_OPEN
  }

  /// @param oneLine stamp, title and place stand in one line
  /// @param titleAlone a title has the whole line, but where a key of the column stands for a row
  /// @param endBelow what has no room at its end stands below beside the line; else the line goes
  /// @param roomForDate a row that waits for a date has room for it already
  /// @param runsOn what it says runs on: a reason, the days of a fine
  /// @param stampLine a stamp has its second line
  /// @param stampsAlike stamps with a date are alike wide
  public record Row(
      boolean oneLine,
      boolean titleAlone,
      boolean endBelow,
      boolean roomForDate,
      boolean runsOn,
      boolean stampLine,
      boolean stampsAlike) {}

  /// Rows in their short form.
  ///
  /// @param growTo to which text step they are larger than the rows
  /// @param keysUpTo up to which text step their keys stand apart from them
  /// @param placeGoes the name of a place goes before words are smaller
  /// @param whyFirst why a book is not lent comes before the name of its place
  public record Briefs(int growTo, int keysUpTo, boolean placeGoes, boolean whyFirst) {}

  /// The keys that turn pages, and those of rows.
  ///
  /// @param step at most, of their words
  /// @param closeCount the count is written without gaps, from ten pages without their number
  /// @param extraInRow keys that belong to no row stand in the row of those that do
  /// @param two how many of two keys stand in one row
  /// @param share of a row that they share with the keys of rows
  public record Turner(
      TurnerPlace place,
      int step,
      boolean icons,
      boolean closeCount,
      boolean extraInRow,
      int two,
      double share) {}

  /// Where the keys that turn pages stand.
  public enum TurnerPlace {
    UNDER_ROWS,
    /// Apart from the rows, above the keys of rows.
    OVER_ROW_KEYS,
    /// In one row with these.
    BESIDE_ROW_KEYS
  }

  /// The hand picture.
  ///
  /// @param stageUpTo up to which text step it has the stage before there are rows
  /// @param stageNoticedUpTo the same beside notices
  /// @param longPlaces text step at most of the longest names of places
  /// @param largeBeside in large text it stands beside what to do, in few words
  /// @param wordsYield words are written smaller before the picture has no room
  /// @param placesApart between several places
  /// @param placesEnds above and below them
  public record Hand(
      HandPlace place,
      int stageUpTo,
      int stageNoticedUpTo,
      int longPlaces,
      boolean largeBeside,
      boolean wordsYield,
      double placesApart,
      double placesEnds) {}

  /// Where the hand picture stands.
  public enum HandPlace {
    /// It grows into what the rows and the keys below it leave.
    UNDER_ROWS,
    /// In large text beside the heading.
    LARGE_AT_HEAD,
    /// With the other parts, or in the column.
    AMONG_PARTS
  }

  private static final int ANY = Access.MOST_TEXT_STEPS;

  private static final By<Head> HEAD =
      By.usual(new Head(false, true, false, false, 0, 0, HideKey.WHOLE))
          .low(new Head(false, false, false, true, 2, 110, HideKey.ELSEWHERE))
          .wideLow(new Head(true, false, false, true, 2, 110, HideKey.ELSEWHERE))
          .small(new Head(false, false, true, false, 4, 0, HideKey.SHORT))
          .smallLow(new Head(true, false, true, true, 2, 110, HideKey.ELSEWHERE));
  private static final By<Notices> NOTICES =
      By.usual(new Notices(Look.LARGE, false, true, true, 5, false))
          .narrow(new Notices(Look.LARGE, false, false, true, 5, false))
          .low(new Notices(2, false, true, true, 0, false))
          .narrowLow(new Notices(2, false, false, true, 0, false))
          .small(new Notices(1, true, false, false, 5, true));
  private static final By<Rows> ROWS =
      By.usual(new Rows(TooHigh.SMALLER, false, true, 3, false, false))
          .narrow(new Rows(TooHigh.COMPACT, true, true, 3, false, false))
          .wide(new Rows(TooHigh.COMPACT, false, true, 3, false, false))
          .low(new Rows(TooHigh.COMPACT, false, false, 3, false, false))
          .narrowLow(new Rows(TooHigh.COMPACT, true, false, 3, false, false))
          .small(new Rows(TooHigh.COMPACT_IF_OPEN, false, false, 0, true, true))
          .smallLow(new Rows(TooHigh.COMPACT_IF_OPEN, false, false, 0, true, false));
  private static final By<Row> ROW =
      By.usual(new Row(false, false, false, true, false, true, false))
          .wide(new Row(false, false, false, true, false, true, true))
          .wideLow(new Row(true, false, false, true, true, true, false))
          .small(new Row(false, true, true, false, true, false, false))
          .smallLow(new Row(true, false, true, false, true, false, false));
  private static final By<Briefs> BRIEFS =
      By.usual(new Briefs(Look.LARGE, Look.LARGE, false, false))
          .narrow(new Briefs(Look.LARGE, 0, false, false))
          .wide(new Briefs(Look.LARGE, ANY, false, false))
          .small(new Briefs(1, ANY, true, true))
          .smallLow(new Briefs(1, ANY, true, false));
  private static final By<Turner> TURNER =
      By.usual(new Turner(TurnerPlace.UNDER_ROWS, ANY, true, false, false, 1, 0))
          .low(new Turner(TurnerPlace.OVER_ROW_KEYS, ANY, true, false, false, 1, 0))
          .narrowLow(new Turner(TurnerPlace.OVER_ROW_KEYS, ANY, true, false, true, 1, 0))
          .wide(new Turner(TurnerPlace.OVER_ROW_KEYS, ANY, true, false, false, 1, 0))
          .wideLow(new Turner(TurnerPlace.BESIDE_ROW_KEYS, ANY, true, false, true, 2, 340))
          .small(new Turner(TurnerPlace.OVER_ROW_KEYS, 1, false, true, false, 1, 0))
          .smallLow(new Turner(TurnerPlace.BESIDE_ROW_KEYS, 1, false, true, true, 2, 340));
  private static final By<Hand> HAND =
      By.usual(new Hand(HandPlace.UNDER_ROWS, ANY, ANY, ANY, false, false, 10, 14))
          .low(new Hand(HandPlace.AMONG_PARTS, ANY, ANY, ANY, false, false, 10, 14))
          .wide(new Hand(HandPlace.AMONG_PARTS, ANY, ANY, ANY, false, false, 10, 14))
          .wideLow(new Hand(HandPlace.LARGE_AT_HEAD, ANY, ANY, ANY, false, false, 10, 14))
          .small(new Hand(HandPlace.AMONG_PARTS, 2, 1, 2, true, true, 2, 2));

  static ListLayout of(Arrangement how) {
    return new ListLayout(
        HEAD.in(how),
        NOTICES.in(how),
        ROWS.in(how),
        ROW.in(how),
        BRIEFS.in(how),
        TURNER.in(how),
        HAND.in(how));
  }
}
