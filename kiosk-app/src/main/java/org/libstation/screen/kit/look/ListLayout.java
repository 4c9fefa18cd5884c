package org.libstation.screen.kit.look;

/// Where the parts of a list stand: heading, notices, rows, the keys of rows, the hand.
public record ListLayout(
    HeadLayout head,
    Notices notices,
    Rows rows,
    ListRowLayout row,
    Briefs briefs,
    Turner turner,
    Hand hand) {
  /// The heading.
  ///
  /// @param oneLine it is as large as one line holds it
  /// @param shelf the covers of what it counts stand beside it
  /// @param yields it gives way as the hand does
  /// @param staysAlone where no line is under it, it never does
  /// @param lineRank in which rank the line under it gives way; 0 = not before the heading
  /// @param strip height of a low strip of the hand that stands below
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

  /// Rows in their short form.
  ///
  /// @param growTo to which text step they are larger than the rows
  /// @param keysUpTo up to which text step their keys stand apart from them
  /// @param placeGoes the name of a place goes before words are smaller
  /// @param whyFirst why a book is not lent comes before the name of its place
  public record Briefs(int growTo, int keysUpTo, boolean placeGoes, boolean whyFirst) {
    private static final By<Integer> GROW_TO = By.usual(Steps.LARGE).small(1);
    private static final By<Integer> KEYS_UP_TO = By.usual(Steps.LARGE).narrow(0).wide(Steps.ANY);
    private static final By<Boolean> PLACE_GOES = By.usual(false).small(true);
    private static final By<Boolean> WHY_FIRST = By.usual(false).small(true).smallLow(false);

    static Briefs of(Arrangement how) {
      return new Briefs(GROW_TO.in(how), KEYS_UP_TO.in(how), PLACE_GOES.in(how), WHY_FIRST.in(how));
    }
  }

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

  /// Where the hand picture stands.
  public enum HandPlace {
    /// It grows into what the rows and the keys below it leave.
    UNDER_ROWS,
    /// In large text beside the heading.
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
