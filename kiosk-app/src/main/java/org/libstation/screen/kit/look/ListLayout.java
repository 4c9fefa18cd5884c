package org.libstation.screen.kit.look;

/// Layout of a list: heading, notices, rows, the keys of rows, and the hand picture.
public record ListLayout(
    HeadLayout head,
    Notices notices,
    Rows rows,
    ListRowLayout row,
    Briefs briefs,
    Turner turner,
    Hand hand) {
  /// Layout of the heading.
  ///
  /// @param oneLine whether the heading gets smaller until it fits in one line
  /// @param shelf whether the covers of the counted books stand beside it
  /// @param yields whether it is left out in the same rank as the hand picture
  /// @param staysAlone whether it is always kept if there is no line below it
  /// @param lineRank rank in which the line below it is left out; 0 = with the heading
  /// @param strip height in px of a low strip with the hand picture below it
  public record HeadLayout(
      boolean oneLine,
      boolean shelf,
      boolean yields,
      boolean staysAlone,
      int lineRank,
      double strip,
      HideKey hideKey) {
    private static final By<Boolean> ONE_LINE = By.usual(false).wideLow(true);
    private static final By<Boolean> SHELF = By.usual(true).low(false).small(false);
    private static final By<Boolean> YIELDS = By.usual(false).small(true);
    private static final By<Boolean> STAYS_ALONE = By.usual(false).low(true);
    private static final By<Integer> LINE_RANK = By.usual(0).small(4).low(2);
    private static final By<Double> STRIP = By.usual(0.0).low(110.0);
    private static final By<HideKey> HIDE_KEY =
        By.usual(HideKey.WHOLE).small(HideKey.SHORT).low(HideKey.ELSEWHERE);

    static HeadLayout of(Arrangement how) {
      return new HeadLayout(
          ONE_LINE.in(how),
          SHELF.in(how),
          YIELDS.in(how),
          STAYS_ALONE.in(how),
          LINE_RANK.in(how),
          STRIP.in(how),
          HIDE_KEY.in(how));
    }
  }

  /// Place of the key that hides titles.
  public enum HideKey {
    /// With the access keys.
    ELSEWHERE,
    /// Beside the heading, in one word.
    SHORT,
    /// At the line below the heading, in full words.
    WHOLE
  }

  /// Layout of notices.
  ///
  /// @param turnFrom first text step at which they have pages of their own, if their column is
  ///   taken
  /// @param headTurns whether the heading takes turns with them in large text
  /// @param atLargeRow whether they stand on the page of a row that leaves them room, in large text
  /// @param inColumn whether they may stand in the column beside the list
  /// @param columnKeys most keys in that column
  /// @param onLeaves whether a long notice takes several pages before it gets smaller
  public record Notices(
      int turnFrom,
      boolean headTurns,
      boolean atLargeRow,
      boolean inColumn,
      int columnKeys,
      boolean onLeaves) {
    private static final By<Integer> TURN_FROM = By.usual(Steps.LARGE).low(2).small(1);
    private static final By<Boolean> HEAD_TURNS = By.usual(false).small(true);
    private static final By<Boolean> AT_LARGE_ROW = By.usual(true).narrow(false).small(false);
    private static final By<Boolean> IN_COLUMN = By.usual(true).small(false);
    private static final By<Integer> COLUMN_KEYS = By.usual(5).low(0);
    private static final By<Boolean> ON_LEAVES = By.usual(false).small(true);

    static Notices of(Arrangement how) {
      return new Notices(
          TURN_FROM.in(how),
          HEAD_TURNS.in(how),
          AT_LARGE_ROW.in(how),
          IN_COLUMN.in(how),
          COLUMN_KEYS.in(how),
          ON_LEAVES.in(how));
    }
  }

  /// Layout of rows.
  ///
  /// @param tooHigh what happens to a row that is too high
  /// @param largeAlone whether each row has a page to itself in large text
  /// @param keysInThem whether their keys stand in the rows, except in large text
  /// @param few most rows of a short list, whose rows are larger because half of the stage is blank
  /// @param sizesBetween whether there are sizes between the last two text steps, which are far
  ///   apart
  /// @param overHead whether rows take the place of the heading
  public record Rows(
      TooHigh tooHigh,
      boolean largeAlone,
      boolean keysInThem,
      int few,
      boolean sizesBetween,
      boolean overHead) {
    private static final By<TooHigh> TOO_HIGH =
        By.usual(TooHigh.SMALLER)
            .narrow(TooHigh.COMPACT)
            .wide(TooHigh.COMPACT)
            .low(TooHigh.COMPACT)
            .small(TooHigh.COMPACT_IF_OPEN);
    private static final By<Boolean> LARGE_ALONE = By.usual(false).narrow(true);
    private static final By<Boolean> KEYS_IN_THEM = By.usual(true).low(false).small(false);
    private static final By<Integer> FEW = By.usual(3).small(0);
    private static final By<Boolean> SIZES_BETWEEN = By.usual(false).small(true);
    private static final By<Boolean> OVER_HEAD = By.usual(false).small(true).smallLow(false);

    static Rows of(Arrangement how) {
      return new Rows(
          TOO_HIGH.in(how),
          LARGE_ALONE.in(how),
          KEYS_IN_THEM.in(how),
          FEW.in(how),
          SIZES_BETWEEN.in(how),
          OVER_HEAD.in(how));
    }
  }

  /// What happens to a row that is too high.
  public enum TooHigh {
    /// Its words get smaller, before the hand picture lacks room.
    SMALLER,
    /// It takes its compact form.
    COMPACT,
    /// As [#COMPACT]; a row with a reason takes the compact form always.
    COMPACT_IF_OPEN
  }

  /// Layout of a row.
  ///
  /// @param oneLine whether stamp, title and place stand in one line
  /// @param titleAlone whether a title has the whole line, unless a key in the column is for its
  ///   row
  /// @param endBelow whether the end of a row that does not fit beside the title stands beside the
  ///   line below; otherwise under that line
  /// @param roomForDate whether a row that waits for a date keeps room for it
  /// @param runsOn whether its sentences run on: a reason, the days of a fine
  /// @param stampLine whether a stamp has its second line
  /// @param stampsAlike whether stamps with a date have one width
  public record ListRowLayout(
      boolean oneLine,
      boolean titleAlone,
      boolean endBelow,
      boolean roomForDate,
      boolean runsOn,
      boolean stampLine,
      boolean stampsAlike) {
    private static final By<Boolean> ONE_LINE = By.usual(false).wideLow(true);
    private static final By<Boolean> TITLE_ALONE = By.usual(false).small(true).smallLow(false);
    private static final By<Boolean> END_BELOW = By.usual(false).small(true);
    private static final By<Boolean> ROOM_FOR_DATE = By.usual(true).small(false);
    private static final By<Boolean> RUNS_ON = By.usual(false).wideLow(true).small(true);
    private static final By<Boolean> STAMP_LINE = By.usual(true).small(false);
    private static final By<Boolean> STAMPS_ALIKE =
        By.usual(false).wide(true).low(false).small(false);

    static ListRowLayout of(Arrangement how) {
      return new ListRowLayout(
          ONE_LINE.in(how),
          TITLE_ALONE.in(how),
          END_BELOW.in(how),
          ROOM_FOR_DATE.in(how),
          RUNS_ON.in(how),
          STAMP_LINE.in(how),
          STAMPS_ALIKE.in(how));
    }
  }

  /// Layout of rows in their short form.
  ///
  /// @param growTo last text step up to which they are larger than usual rows
  /// @param keysUpTo last text step at which their keys stand apart from them
  /// @param placeGoes whether the name of a place is left out before words get smaller
  /// @param whyFirst whether the reason comes before the name of the place
  public record Briefs(int growTo, int keysUpTo, boolean placeGoes, boolean whyFirst) {
    private static final By<Integer> GROW_TO = By.usual(Steps.LARGE).small(1);
    private static final By<Integer> KEYS_UP_TO = By.usual(Steps.LARGE).narrow(0).wide(Steps.ANY);
    private static final By<Boolean> PLACE_GOES = By.usual(false).small(true);
    private static final By<Boolean> WHY_FIRST = By.usual(false).small(true).smallLow(false);

    static Briefs of(Arrangement how) {
      return new Briefs(GROW_TO.in(how), KEYS_UP_TO.in(how), PLACE_GOES.in(how), WHY_FIRST.in(how));
    }
  }

  /// Layout of the keys that turn pages, and of the keys of rows.
  ///
  /// @param step highest text step of their words
  /// @param closeCount whether the page count has no gaps, and no total from ten pages on
  /// @param extraInRow whether keys of no row stand in one row with the keys of rows
  /// @param two how many of two keys stand in one row
  /// @param share width in px that they take from a row shared with the keys of rows
  public record Turner(
      TurnerPlace place,
      int step,
      boolean icons,
      boolean closeCount,
      boolean extraInRow,
      int two,
      double share) {
    private static final By<TurnerPlace> PLACE =
        By.usual(TurnerPlace.UNDER_ROWS)
            .low(TurnerPlace.OVER_ROW_KEYS)
            .wide(TurnerPlace.OVER_ROW_KEYS)
            .wideLow(TurnerPlace.BESIDE_ROW_KEYS);
    private static final By<Integer> STEP = By.usual(Steps.ANY).small(1);
    private static final By<Boolean> ICONS = By.usual(true).small(false);
    private static final By<Boolean> CLOSE_COUNT = By.usual(false).small(true);
    private static final By<Boolean> EXTRA_IN_ROW = By.usual(false).narrowLow(true).wideLow(true);
    private static final By<Integer> TWO = By.usual(1).wideLow(2);
    private static final By<Double> SHARE = By.usual(0.0).wideLow(340.0);

    static Turner of(Arrangement how) {
      return new Turner(
          PLACE.in(how),
          STEP.in(how),
          ICONS.in(how),
          CLOSE_COUNT.in(how),
          EXTRA_IN_ROW.in(how),
          TWO.in(how),
          SHARE.in(how));
    }
  }

  /// Place of the keys that turn pages.
  public enum TurnerPlace {
    UNDER_ROWS,
    /// Apart from the rows, above the keys of rows.
    OVER_ROW_KEYS,
    /// In one row with the keys of rows.
    BESIDE_ROW_KEYS
  }

  /// Layout of the hand picture.
  ///
  /// @param stageUpTo last text step at which it has the stage before there are rows
  /// @param stageNoticedUpTo the same if there are notices
  /// @param longPlaces highest text step of the longest names of places
  /// @param largeBeside whether it stands beside a few words of what to do, in large text
  /// @param wordsYield whether words get smaller before the picture lacks room
  /// @param placesApart gap between several places in px
  /// @param placesEnds space above and below the places in px
  public record Hand(
      HandPlace place,
      int stageUpTo,
      int stageNoticedUpTo,
      int longPlaces,
      boolean largeBeside,
      boolean wordsYield,
      double placesApart,
      double placesEnds) {
    private static final By<HandPlace> PLACE =
        By.usual(HandPlace.UNDER_ROWS)
            .low(HandPlace.AMONG_PARTS)
            .wide(HandPlace.AMONG_PARTS)
            .wideLow(HandPlace.LARGE_AT_HEAD)
            .small(HandPlace.AMONG_PARTS);
    private static final By<Integer> STAGE_UP_TO = By.usual(Steps.ANY).small(2);
    private static final By<Integer> STAGE_NOTICED_UP_TO = By.usual(Steps.ANY).small(1);
    private static final By<Integer> LONG_PLACES = By.usual(Steps.ANY).small(2);
    private static final By<Boolean> LARGE_BESIDE = By.usual(false).small(true);
    private static final By<Boolean> WORDS_YIELD = By.usual(false).small(true);
    private static final By<Double> PLACES_APART = By.usual(10.0).small(2.0);
    private static final By<Double> PLACES_ENDS = By.usual(14.0).small(2.0);

    static Hand of(Arrangement how) {
      return new Hand(
          PLACE.in(how),
          STAGE_UP_TO.in(how),
          STAGE_NOTICED_UP_TO.in(how),
          LONG_PLACES.in(how),
          LARGE_BESIDE.in(how),
          WORDS_YIELD.in(how),
          PLACES_APART.in(how),
          PLACES_ENDS.in(how));
    }
  }

  /// Place of the hand picture.
  public enum HandPlace {
    /// Below the rows; it grows into the room that they and the keys leave.
    UNDER_ROWS,
    /// Beside the heading, in large text.
    LARGE_AT_HEAD,
    /// With the other parts, or in the column.
    AMONG_PARTS
  }

  static ListLayout of(Arrangement how) {
    return new ListLayout(
        HeadLayout.of(how),
        Notices.of(how),
        Rows.of(how),
        ListRowLayout.of(how),
        Briefs.of(how),
        Turner.of(how),
        Hand.of(how));
  }
}
