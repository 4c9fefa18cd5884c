package org.libstation.screen.drop;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.ScreenModel;
import org.libstation.screen.kit.words.SiteWords.Offer;
import org.libstation.screen.kit.words.SiteWords.SitePlace;
import org.libstation.screen.kit.words.Voice;

/// Content of a book drop's screen. It has no title and no sum, because the patron may have left.
public final class DropViewModel extends ScreenModel {
  /// Most rows of an answer.
  static final int MOST_ROWS = 3;

  private static final int TENTHS = 10;

  public final ModelValue<DropPage> page = new ModelValue<>(new DropPage.Empty());

  /// Whether staff enter here; if the drop belongs to a station, they enter there.
  public final ModelValue<Boolean> door = new ModelValue<>(true);

  public DropViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// Page of the panel.
  public sealed interface DropPage {
    /// Shows nothing yet.
    record Empty() implements DropPage {}

    /// Says what the hands do next.
    ///
    /// @param moving whether something is being read
    /// @param time the time that counts for a return now
    /// @param room words for the free room; empty = not known
    /// @param percent how full the bin is
    /// @param hint what just happened
    record DropAskPage(
        String head,
        String line,
        boolean moving,
        String time,
        Optional<String> room,
        int percent,
        Optional<Coded> hint)
        implements DropPage {}

    /// Says what was taken in.
    ///
    /// @param slip state of the slip; empty = none is available
    record DropAnswerPage(
        String head,
        List<DropRow> rows,
        String counts,
        Optional<Coded> hint,
        Optional<DropPaper> slip)
        implements DropPage {
      public DropAnswerPage {
        rows = List.copyOf(rows);
      }
    }

    /// Asks what was put in.
    ///
    /// @param typed digits so far
    /// @param problem why the last answer was wrong
    record Which(String head, String line, String typed, Optional<String> problem)
        implements DropPage {}

    /// Says that nothing is taken in now.
    ///
    /// @param elsewhere where else to go
    record Shut(Icon icon, String head, String line, Optional<OtherPlace> elsewhere, String code)
        implements DropPage {}

    /// Says that something blocks the flap.
    record Blocked(String head, Coded what) implements DropPage {}

    /// Says how to reach a librarian.
    record DropHelpPage(String head, List<String> lines) implements DropPage {
      public DropHelpPage {
        lines = List.copyOf(lines);
      }
    }
  }

  /// A sentence and its code.
  public record Coded(String what, String wayOut, String code) {}

  /// Words about the slip.
  ///
  /// @param pressed whether it is a key
  public record DropPaper(String words, boolean pressed) {}

  /// An item or unread object that was taken in.
  public record DropRow(Icon icon, Ink ink, String item, String state) {}

  /// Another place for returns.
  public record OtherPlace(String way, String name, String counts) {}

  @Override
  public void show(FlowState state) {
    door.set(state.station().role() == StationFacts.StationRole.BOOK_DROP);
    if (state.screen() instanceof Screen.BookDropScreen(DropState drop, _)) {
      page.set(
          state.overlay().orElse(null) instanceof Overlay.Help help
              ? help(help)
              : page(state, drop));
    }
  }

  private DropPage page(FlowState state, DropState drop) {
    return switch (drop) {
      case READY -> ask(state, "ready", false);
      case OPEN -> ask(state, "open", false);
      case READING -> ask(state, "reading", true);
      case PASSING -> ask(state, "passing", true);
      case ANSWER -> answer(state);
      case ASKING -> which(state);
      case BLOCKED -> {
        Code code = DropStanding.code(drop, state).orElse(Code.R42);
        yield new DropPage.Blocked(say("drop.blocked.head"), told(code));
      }
      case FULL ->
          new DropPage.Shut(Icon.LOCK, say("drop.full.title"), say("drop.ground"), elsewhere(), "");
      case SHUT -> {
        Code code = DropStanding.code(drop, state).orElse(Code.K12);
        yield new DropPage.Shut(
            Icon.PAUSE, say("drop.shut.title"), Say.what(voice, code), elsewhere(), code.name());
      }
    };
  }

  private DropPage ask(FlowState state, String which, boolean moving) {
    int percent = state.sight().fill().percent(false);
    boolean known = state.sight().fill().level().isPresent() || state.sight().fill().objects() > 0;
    int left = Math.clamp((100 - percent) / TENTHS, 0, TENTHS - 1);
    return new DropPage.DropAskPage(
        say("drop." + which + ".head"),
        say("drop." + which + ".line"),
        moving,
        time(state.now()),
        known ? Optional.of(say("drop.room." + left)) : Optional.empty(),
        percent,
        state.sight().hint().map(hint -> told(hint.code())));
  }

  private DropPage answer(FlowState state) {
    List<ReturnRow> rows =
        state.drops().stream()
            .filter(row -> row.how() == How.DROPPED)
            .filter(row -> DropStanding.isAnswered(state, row.since()))
            .toList();
    List<DropSight.Passed> unread =
        state.sight().passed().stream()
            .filter(one -> DropStanding.isAnswered(state, one.since()))
            .toList();
    List<DropRow> told = new ArrayList<>();
    unread.reversed().forEach(one -> told.add(row(one)));
    rows.reversed().forEach(row -> told.add(row(row)));
    Optional<EventTime> last =
        rows.isEmpty()
            ? unread.stream().map(DropSight.Passed::at).reduce((_, later) -> later)
            : Optional.of(rows.getLast().handedOver());
    return new DropPage.DropAnswerPage(
        count("drop.answer", Math.max(1, rows.size() + unread.size())),
        told.subList(0, Math.min(MOST_ROWS, told.size())),
        say("drop.counts", time(last.orElse(state.now()))),
        state.sight().hint().map(hint -> told(hint.code())),
        slip(state));
  }

  private Optional<DropPaper> slip(FlowState state) {
    if (DropStanding.offersSlip(state)) {
      return Optional.of(new DropPaper(say("drop.slip"), true));
    }
    return state
        .sight()
        .slip()
        .filter(slip -> DropStanding.isAnswered(state, slip.since()))
        .map(slip -> new DropPaper(say("drop.slip." + slip.stage()), false));
  }

  private DropRow row(DropSight.Passed one) {
    boolean foreign = one.sign().filter(Code.T21::equals).isPresent();
    return new DropRow(
        Icon.QUESTION,
        Ink.ASK,
        say(foreign ? "drop.row.foreign" : "drop.row.unread"),
        say("drop.row.staff"));
  }

  private DropRow row(ReturnRow row) {
    String item =
        row.item().map(ItemId::value).map(Say::lastFour).map(end -> "…" + end).orElse("…");
    if (!row.setMissing().isEmpty()) {
      return new DropRow(Icon.WARNING, Ink.ASK, item, say("drop.row.set"));
    }
    return switch (row.state()) {
      case ReturnRow.ReturnRowState.ReturnWriting _ ->
          new DropRow(Icon.DOTS, Ink.TEXT_2, item, say("drop.row.writing"));
      case ReturnRow.ReturnRowState.ReturnTaken _, ReturnRow.ReturnRowState.ReturnRowRecorded _ ->
          new DropRow(Icon.CHECK, Ink.DONE, item, say("drop.row.recorded"));
      case ReturnRow.ReturnRowState.Settled done ->
          new DropRow(
              Icon.CHECK, Ink.DONE, item, say(done.held() ? "drop.row.hold" : "drop.row.returned"));
      case ReturnRow.ReturnRowState.WithStaff _ ->
          new DropRow(Icon.HAND, Ink.ASK, item, say("drop.row.staff"));
      case ReturnRow.ReturnRowState.NotRecognised _ ->
          new DropRow(Icon.WARNING, Ink.STOP, item, say("drop.row.unwritten"));
    };
  }

  private DropPage which(FlowState state) {
    Optional<DropSight.UnreadObjectPrompt> asked = state.sight().asking();
    return new DropPage.Which(
        say("drop.ask.head"),
        say("drop.ask.line"),
        asked.map(DropSight.UnreadObjectPrompt::typed).orElse(""),
        asked.flatMap(DropSight.UnreadObjectPrompt::problem).map(code -> Say.what(voice, code)));
  }

  private DropPage help(Overlay.Help help) {
    List<String> lines = new ArrayList<>();
    for (String line : List.of(voice.site().help().phone(), voice.site().help().hours())) {
      if (!line.isBlank()) {
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      lines.add(say("drop.help.none"));
    }
    help.code().ifPresent(code -> lines.add(say("drop.help.quote", code)));
    lines.add(voice.station());
    return new DropPage.DropHelpPage(say("drop.help.head"), lines);
  }

  private Optional<OtherPlace> elsewhere() {
    return voice.site().offering(Set.of(Offer.DROP)).stream().findFirst().map(this::elsewhere);
  }

  private OtherPlace elsewhere(SitePlace place) {
    return new OtherPlace(
        place.minutes() > 0
            ? count("drop.nearest.walk", place.minutes())
            : say("drop.nearest.here"),
        place.name(),
        say("drop.nearest.counts"));
  }

  private Coded told(Code code) {
    return new Coded(Say.what(voice, code), Say.wayOut(voice, code), say("code.label", code));
  }

  private String time(EventTime at) {
    LocalTime time = at.corrected().toLocalTime();
    return voice.words().clock(time);
  }
}
