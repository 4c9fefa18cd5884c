package org.libstation.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.flow.Session.Purpose;

/// The working copy of one step: filled from a state, changed by the flows of the screens, and read
/// out again as a [Step]. It lives for one step only.
final class Turn {
  final FlowSettings settings;
  private final CardDigest digest;
  EventTime now;
  StationFacts station;
  Language language;
  Access access;
  Optional<Session> session;
  Screen screen;
  Optional<Overlay> overlay;
  List<PadTag> pad;
  boolean padListed;
  List<PadTag> outOfSight;
  Optional<Duration> lookAsked;
  List<FlowState.Untaken> untaken;
  List<ReturnRow> drops;
  DropSight sight;
  FlowState.TechnicianEntry technician;
  FlowState.Between between;
  private long next;
  private final List<Effect> effects = new ArrayList<>();

  Turn(FlowSettings settings, CardDigest digest, FlowState state) {
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

  FlowState state() {
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

  Step step() {
    return new Step(state(), effects);
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  void beep(Sound sound) {
    Effect beep = new Effect.Beep(sound);
    if (!effects.contains(beep)) {
      effects.add(beep);
    }
  }

  /// Whether this step says by a sound that something did not go as it should.
  boolean complains() {
    return effects.stream()
        .anyMatch(effect -> effect instanceof Effect.Beep(Sound sound) && sound.complains());
  }

  void staff(Effect.StaffNote note, Optional<Code> code) {
    effects.add(new Effect.LogStaff(note, code, Optional.empty()));
  }

  /// An item that staff must look at: into their log, and onto the technician's screen.
  void matter(Code code, ItemId item, Optional<MissingParts> missing) {
    station =
        station.withMatter(
            new StationFacts.Matter(code, Optional.of(item), missing, now.corrected()));
    effects.add(
        new Effect.LogStaff(Effect.StaffNote.ITEM_FOR_STAFF, Optional.of(code), Optional.of(item)));
  }

  String digest(PatronId patron) {
    return digest.of(patron);
  }

  long number() {
    return next++;
  }

  Duration at() {
    return now.monotonic();
  }

  /// A wait for a person: doubled in slow mode, and for one who listens.
  Duration patience(Duration usual) {
    return access.slow() || access.aloud().on() ? usual.multipliedBy(2) : usual;
  }

  /// Whether a wait that began at `since` is over.
  boolean over(Duration since, Duration wait) {
    return at().minus(since).compareTo(wait) >= 0;
  }

  void change(UnaryOperator<Session> change) {
    session = session.map(change);
  }

  boolean isSession(long number) {
    return session.filter(open -> open.number() == number).isPresent();
  }

  List<BorrowRow> borrows() {
    return session.map(Session::borrows).orElse(List.of());
  }

  List<ReturnRow> returns() {
    return session.map(Session::returns).orElse(List.of());
  }

  boolean working() {
    return state().working();
  }

  List<PadTag> leftOnPad() {
    return pad.stream().filter(tag -> tag.use() == PadTag.Use.FORMER).toList();
  }

  void notice(Code code) {
    change(open -> open.noticing(Optional.of(code)));
    beep(Sound.NEEDS_HAND);
  }

  /// Says it in the visit, or to whoever stands before the start screen.
  void say(Code code) {
    notice(code);
    WelcomeFlow.tell(this, code);
  }

  void beginSession(Purpose purpose) {
    Session begun = Session.begin(number(), purpose, at());
    session = Optional.of(begun);
    overlay = Optional.empty();
    effect(new Effect.BeginSession(begun.number()));
  }

  /// Ends the session and forgets everything personal. What is still under way for a return goes on
  /// without the person; a loan that was not released is handed to staff.
  void endSession(Screen after) {
    CameBackFlow.remember(this);
    session.ifPresent(
        open -> {
          open.borrows().forEach(row -> LoanFlow.abandon(this, row, Code.T31));
          UntakenFlow.remember(this, open.borrows());
          open.returns().stream()
              .filter(row -> row.item().isPresent())
              .map(ReturnRow::withoutPerson)
              .forEach(drops::add);
          open.card()
              .ifPresent(card -> effect(new Effect.EndSession(open.number(), card.patron())));
          if (state().cardLying()) {
            beep(Sound.NEEDS_HAND);
          }
          forgetPad();
          HeldCardFlow.visitEnded(this);
        });
    session = Optional.empty();
    overlay = Optional.empty();
    show(after);
  }

  /// What lies on the pad is nobody's from here on, and of a card only that it lies there is kept.
  void forgetPad() {
    Duration tell = at().plus(patience(settings.takeAway()));
    pad.replaceAll(tag -> tag.left(tell));
    outOfSight.replaceAll(tag -> tag.left(tell));
  }

  /// Goes to a screen; on the way back to the welcome the language and the looks are reset.
  void show(Screen to) {
    screen = to;
    if (to instanceof Screen.Welcome || to instanceof Screen.OutOfService) {
      language = settings.language();
      access = Access.STANDARD;
      between = between.paper(Optional.empty());
    }
  }
}
