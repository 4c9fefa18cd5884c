package org.libstation.screen.welcome;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.TagReading;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.Elsewhere;
import org.libstation.screen.kit.widget.HoursWords;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.StageModel;
import org.libstation.screen.kit.words.SiteWords.Offer;
import org.libstation.screen.kit.words.Voice;

/// Content of the start screen.
public final class WelcomeViewModel extends StageModel {
  public final ModelValue<WelcomeStage> stage =
      new ModelValue<>(new WelcomeStage(List.of(), List.of(), List.of(), 0, 0, false, true));
  public final ModelValue<List<WelcomeTile>> tiles = new ModelValue<>(List.of());
  public final ModelValue<List<WelcomeFact>> facts = new ModelValue<>(List.of());

  public WelcomeViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// A start key. It stays when the service is not available, and its note says why.
  public record WelcomeTile(
      Icon icon, String word, String note, boolean primary, boolean possible, Key key) {
    /// Returns the tile in the form of an action key.
    ActionKey asKey() {
      return primary ? ActionKey.primary(word, icon, false, key) : ActionKey.plain(word, icon, key);
    }
  }

  /// Content between greeting and tiles.
  ///
  /// @param notices present problems and hints: two at most
  /// @param announced announcements of the library, the newest first
  /// @param announcedTurned how often the next announcement was asked for
  /// @param activitiesTurned how often the next activities were asked for
  /// @param cardReader whether a separate reader reads cards; otherwise the barcode scanner does
  /// @param lends whether the station lends; otherwise it only takes returns, without a card
  public record WelcomeStage(
      List<NoticeBar.NoticeBarWords> notices,
      List<NoticeBar.NoticeBarWords> announced,
      List<ActivityWords> activities,
      int announcedTurned,
      int activitiesTurned,
      boolean cardReader,
      boolean lends) {
    public WelcomeStage {
      notices = List.copyOf(notices);
      announced = List.copyOf(announced);
      activities = List.copyOf(activities);
    }
  }

  /// A fact about the station, at the foot.
  public record WelcomeFact(Icon icon, Ink ink, String text) {}

  @Override
  public void show(FlowState state) {
    StationFacts station = state.station();
    noSession(state);
    stage.set(stage(state));
    tiles.set(tiles(station));
    facts.set(facts(state));
  }

  private WelcomeStage stage(FlowState state) {
    NewsWords news = new NewsWords(voice, state.now().corrected().toLocalDate());
    Screen.Welcome welcome =
        state.screen() instanceof Screen.Welcome here ? here : Screen.Welcome.untouched();
    return new WelcomeStage(
        notices(state),
        news.notices(state.station().news()),
        news.activities(state.station().news()),
        welcome.notices().turned(),
        welcome.activities().turned(),
        state.station().configured(DeviceRole.CARD_READER),
        lends(state.station()));
  }

  private List<NoticeBar.NoticeBarWords> notices(FlowState state) {
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>();
    if (state.screen() instanceof Screen.Welcome welcome) {
      welcome.said().ifPresent(said -> all.add(notice(Ink.ASK, Icon.HAND, said.code())));
    }
    if (state.cardLying()) {
      all.add(notice(Ink.ASK, Icon.CARD, "card.left"));
    }
    leftBehind(state).ifPresent(all::add);
    dropped(state).ifPresent(all::add);
    if (state.station().flapLocked()) {
      all.add(Elsewhere.dropLocked(voice, state));
    }
    Say.silent(voice, state, "welcome").ifPresent(all::add);
    Say.finesStopped(voice, state).ifPresent(all::add);
    elsewhere(state).ifPresent(all::add);
    HoursWords.unusual(voice, state, true).ifPresent(all::add);
    return List.copyOf(all.subList(0, Math.min(2, all.size())));
  }

  private Optional<NoticeBar.NoticeBarWords> leftBehind(FlowState state) {
    List<String> numbers =
        state.leftToTell().stream()
            .map(PadTag::reading)
            .filter(TagReading.ItemTag.class::isInstance)
            .map(reading -> Say.lastFour(((TagReading.ItemTag) reading).item().value()))
            .distinct()
            .toList();
    if (state.leftToTell().isEmpty()) {
      return Optional.empty();
    }
    String line =
        numbers.isEmpty()
            ? say("left.line")
            : say("left.numbers", String.join(say("list.comma"), numbers));
    return Optional.of(
        NoticeBar.NoticeBarWords.of(
            Ink.ASK, Icon.HAND, count("left.head", state.leftToTell().size()), line));
  }

  private Optional<NoticeBar.NoticeBarWords> dropped(FlowState state) {
    List<ReturnRow> counted =
        state.drops().stream()
            .filter(row -> row.how() == How.DROPPED)
            .filter(ReturnRow::counted)
            .toList();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    LocalTime last = counted.getLast().handedOver().wall().toLocalTime();
    return Optional.of(
        NoticeBar.NoticeBarWords.of(
            Ink.DONE,
            Icon.DROP,
            count("dropped.head", counted.size()),
            say("dropped.line", voice.words().time(last))));
  }

  /// Says where to borrow instead, if this station does not lend.
  private Optional<NoticeBar.NoticeBarWords> elsewhere(FlowState state) {
    return lends(state.station())
        ? Optional.empty()
        : Elsewhere.nearest(voice, state, Set.of(Offer.BORROW))
            .map(
                where ->
                    NoticeBar.NoticeBarWords.of(
                        Ink.ACTION, Icon.WALK, say("elsewhere.head"), where));
  }

  private static boolean lends(StationFacts station) {
    return station.journal() == StationFacts.JournalHealth.GOOD
        && station.role() == StationFacts.StationRole.LEND_AND_RETURN;
  }

  private List<WelcomeTile> tiles(StationFacts station) {
    Optional<String> noLoans =
        switch (station.journal()) {
          case GOOD ->
              station.role() == StationFacts.StationRole.RETURN_ONLY
                  ? Optional.of(say("tile.returnonly"))
                  : Optional.empty();
          case NEARLY_FULL, SET_ASIDE, MISSING, OLDER, FAILING, DISK_FULL ->
              Optional.of(say("tile.closed"));
        };
    return List.of(
        new WelcomeTile(
            Icon.BORROW,
            say("tile.borrow"),
            noLoans.orElseGet(() -> say("tile.borrow.note")),
            noLoans.isEmpty(),
            noLoans.isEmpty(),
            new Key.StartBorrow()),
        new WelcomeTile(
            Icon.RETURN,
            say("tile.return"),
            say("tile.return.note"),
            noLoans.isPresent(),
            true,
            new Key.StartReturn()),
        new WelcomeTile(
            Icon.ACCOUNT,
            say("tile.account"),
            noLoans.orElseGet(() -> say("tile.account.note")),
            false,
            noLoans.isEmpty(),
            new Key.StartAccount()));
  }

  private List<WelcomeFact> facts(FlowState state) {
    StationFacts station = state.station();
    List<WelcomeFact> all = new ArrayList<>();
    if (station.link() != StationFacts.LinkState.ONLINE) {
      all.add(new WelcomeFact(Icon.SILENT, Ink.WAIT, say("fact.silent")));
    } else if (lends(station)) {
      all.add(new WelcomeFact(Icon.CHECK, Ink.DONE, say("fact.well")));
    } else {
      all.add(new WelcomeFact(Icon.RETURN, Ink.WAIT, say("tile.returnonly")));
    }
    HoursWords.fact(voice, state)
        .ifPresent(hours -> all.add(new WelcomeFact(Icon.CLOCK, Ink.TEXT, hours)));
    if (station.configured(DeviceRole.DROP) && station.binPercent().isPresent()) {
      int free = Math.max(0, 100 - station.binPercent().getAsInt());
      all.add(new WelcomeFact(Icon.DROP, Ink.TEXT, say("fact.bin", free)));
    }
    return List.copyOf(all);
  }
}
