package org.libstation.flow.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.CardDigest;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropPanel;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.PadSight;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.Step;

/// The working copy of one step. It is filled from a state, changed by the flows, and read out as a
/// [Step]. It lives for one step only.
public final class Turn {
  /// How long a message about the last reading is shown.
  public static final Duration SAID = Duration.ofSeconds(20);

  public final FlowSettings settings;
  private final CardDigest digest;
  public EventTime now;
  public StationFacts station;
  public Language language;
  public Access access;
  public Optional<Session> session;
  public Screen screen;
  public Optional<Overlay> overlay;
  public List<PadTag> pad;
  public boolean padListed;
  public List<PadTag> outOfSight;
  public Optional<Duration> lookAsked;
  public List<FlowState.Untaken> untaken;
  public List<ReturnRow> drops;
  public DropSight sight;
  public FlowState.TechnicianEntry technician;
  public FlowState.KeptBetweenVisits between;
  private long next;
  private final List<Effect> effects = new ArrayList<>();

  public Turn(FlowSettings settings, CardDigest digest, FlowState state) {
    this.settings = settings;
    this.digest = digest;
    this.now = state.now();
    this.station = state.station();
    this.language = state.language();
    this.access = state.access();
    this.session = state.session();
    this.screen = state.screen();
    this.overlay = state.overlay();
    this.pad = new ArrayList<>(state.pad());
    this.padListed = state.padListed();
    this.outOfSight = new ArrayList<>(state.padSight().outOfSight());
    this.lookAsked = state.padSight().asked();
    this.untaken = new ArrayList<>(state.untaken());
    this.drops = new ArrayList<>(state.drops());
    this.sight = state.sight();
    this.technician = state.technician();
    this.between = state.between();
    this.next = state.next();
  }

  public FlowState state() {
    return new FlowState(
        now,
        station,
        language,
        access,
        session,
        screen,
        overlay,
        new PadSight(pad, padListed, outOfSight, lookAsked),
        untaken,
        drops,
        sight,
        technician,
        between,
        next);
  }

  public Step step() {
    return new Step(state(), effects);
  }

  public void effect(Effect effect) {
    effects.add(effect);
  }

  /// Plays a sound, at most once in a step.
  public void beep(Sound sound) {
    Effect beep = new Effect.Beep(sound);
    if (!effects.contains(beep)) {
      effects.add(beep);
    }
  }

  /// Whether this step plays a sound that reports a problem.
  public boolean complains() {
    return effects.stream()
        .anyMatch(effect -> effect instanceof Effect.Beep(Sound sound) && sound.complains());
  }

  public void staff(Effect.StaffNote note, Optional<Code> code) {
    effects.add(new Effect.LogStaff(note, code, Optional.empty()));
  }

  /// Reports an item that staff must look at, in the staff log and on the technician's screen.
  public void matter(Code code, ItemId item, Optional<MissingParts> missing) {
    station =
        station.withMatter(
            new StationFacts.StaffMatter(code, Optional.of(item), missing, now.corrected()));
    effects.add(
        new Effect.LogStaff(Effect.StaffNote.ITEM_FOR_STAFF, Optional.of(code), Optional.of(item)));
  }

  public String digest(PatronId patron) {
    return digest.of(patron);
  }

  /// Returns a new number for a session, a row or a print job.
  public long number() {
    return next++;
  }

  public Duration at() {
    return now.monotonic();
  }

  /// Returns how long to wait for the person: twice the usual time in slow mode or while reading
  /// aloud.
  public Duration patience(Duration usual) {
    return access.slow() || access.aloud().on() ? usual.multipliedBy(2) : usual;
  }

  /// Whether a wait that began at `since` is over.
  public boolean over(Duration since, Duration wait) {
    return at().minus(since).compareTo(wait) >= 0;
  }

  public void change(UnaryOperator<Session> change) {
    session = session.map(change);
  }

  public boolean isSession(long number) {
    return session.filter(open -> open.number() == number).isPresent();
  }

  /// Whether this is the card of the present visit.
  public boolean isOurs(PatronId patron) {
    return session.flatMap(Session::card).filter(card -> card.patron().equals(patron)).isPresent();
  }

  public List<BorrowRow> borrows() {
    return session.map(Session::borrows).orElse(List.of());
  }

  public List<ReturnRow> returns() {
    return session.map(Session::returns).orElse(List.of());
  }

  public boolean working() {
    return state().working();
  }

  /// Returns the tags seen now that an earlier visit left on the pad.
  public List<PadTag> leftOnPad() {
    return pad.stream().filter(tag -> tag.use() == PadTag.Use.FORMER).toList();
  }

  /// Shows a notice in the visit, if there is one, and plays a sound.
  public void notice(Code code) {
    change(open -> open.withNotice(Optional.of(code)));
    beep(Sound.NEEDS_HAND);
  }

  /// Shows a code in the visit, on the start screen or on the good-bye, and plays a sound.
  public void say(Code code) {
    notice(code);
    tell(code);
  }

  /// Shows a code on the start screen or the good-bye; does nothing elsewhere.
  public void tell(Code code) {
    if (screen instanceof Screen.Welcome welcome) {
      screen =
          welcome.withSaid(
              Optional.of(new Screen.Welcome.WelcomeNotice(code, at().plus(patience(SAID)))));
    } else if (screen instanceof Screen.Done done) {
      screen = done.withSummary(done.summary().with(code));
    }
  }

  /// Reports a problem at the drop. A drop that has its own screen shows it there.
  public void complain(Code code) {
    beep(Sound.NEEDS_HAND);
    if (station.role() != StationFacts.StationRole.BOOK_DROP && !DropPanel.there(station)) {
      say(code);
    }
  }

  /// Notes that a person, or something a person did, was noticed.
  public void touch() {
    change(open -> open.touched(at()).withNotice(Optional.empty()));
    if (overlay.orElse(null) instanceof Overlay.IdleWarning) {
      overlay = Optional.empty();
    }
  }

  /// Whether the library is known to be closed now, by its calendar.
  public boolean outsideHours() {
    return station.opening().library().closedAt(now.corrected());
  }

  /// Whether the station keeps the library's hours and the library is closed.
  public boolean shut() {
    return settings.hours().station() == FlowSettings.Keeps.LIBRARY_HOURS && outsideHours();
  }

  /// Whether the drop keeps the library's hours and the library is closed.
  public boolean dropOutsideHours() {
    return settings.hours().drop() == FlowSettings.Keeps.LIBRARY_HOURS && outsideHours();
  }

  public void beginSession(Purpose purpose) {
    Session begun = Session.begin(number(), purpose, at());
    session = Optional.of(begun);
    overlay = Optional.empty();
    effect(new Effect.BeginSession());
  }

  /// Marks the tags on the pad as left by an earlier visit. Of a card, only the fact that it lies
  /// there is kept.
  public void forgetPad() {
    Duration tell = at().plus(patience(FlowSettings.TAKE_AWAY));
    pad.replaceAll(tag -> tag.left(tell));
    outOfSight.replaceAll(tag -> tag.left(tell));
  }

  /// Shows a screen. Welcome and out-of-service screens reset language and appearance.
  public void show(Screen to) {
    screen = to;
    if (to instanceof Screen.Welcome || to instanceof Screen.OutOfService) {
      language = settings.language();
      access = Access.STANDARD;
      between = between.withPaper(Optional.empty());
    }
  }
}
