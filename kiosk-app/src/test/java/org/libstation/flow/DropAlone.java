package org.libstation.flow;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.BinHistory;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.flow.drop.DropPassage;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.Trouble;
import org.libstation.flow.state.TagReading;

/// A drop alone and the hands before it. What a power cut does not touch is kept here: what lies
/// where, how flap, eye and bin stand, and the disk.
final class DropAlone {
  static final Duration SHADOW = Duration.ofMillis(250);

  /// Longer than something falls: it stands before the eye also when the power is back.
  private static final Duration STUCK = Duration.ofSeconds(1);

  /// The power goes.
  static final class PowerLoss extends Error {
    private static final long serialVersionUID = 1L;
  }

  final Story story;
  final DropDisk disk;
  private final Map<DeviceRole, DeviceLine> devices = new LinkedHashMap<>();
  private final Map<String, TagReading> field = new LinkedHashMap<>();
  private final Set<String> handed = new LinkedHashSet<>();
  private final List<EventTime> passings = new ArrayList<>();
  private Optional<Duration> unclaimed = Optional.empty();
  private Duration darkSince = Duration.ZERO;
  private boolean dark;
  private boolean flapClosed = true;
  private boolean binPresent = true;
  private JournalHealth health = JournalHealth.GOOD;
  private Optional<Integer> level = Optional.empty();
  private Optional<Opening> opening = Optional.empty();
  private long steps;
  private long cutAt = Long.MAX_VALUE;

  DropAlone() {
    story = new Story(FlowTests.dropKeepingHours());
    disk = new DropDisk(story, this::step);
    device(DeviceRole.DROP_READER, DeviceCondition.READY, "");
    device(DeviceRole.DROP, DeviceCondition.READY, "");
    story.tell(new FlowEvent.BinTold(90, BinHistory.NONE, 0));
    story.seconds(1);
    story.effects.clear();
    story.before = this::step;
  }

  /// The power goes before the event, or at the write, of that number.
  void cutAt(long step) {
    cutAt = step;
  }

  private void step() {
    if (++steps == cutAt) {
      throw new PowerLoss();
    }
  }

  DropAlone device(DeviceRole role, DeviceCondition condition, String code) {
    Trouble trouble = code.equals("DB25") ? Trouble.FLAP_OPEN : Trouble.OTHER;
    DeviceLine line = DeviceLine.plain(role, role.name(), condition, code, "").withTrouble(trouble);
    devices.put(role, line);
    story.tell(new FlowEvent.DeviceChanged(line));
    return this;
  }

  /// The library is open now, or was open until a moment ago.
  DropAlone opening(boolean open) {
    OffsetDateTime now = story.state.now().corrected();
    Opening.Span today = new Opening.Span(now.minusHours(1), now.plusHours(1));
    Opening.Span tomorrow = new Opening.Span(now.plusHours(12), now.plusHours(20));
    Opening told =
        new Opening(
            Optional.empty(),
            new Opening.Times(open ? List.of(today) : List.of(tomorrow)),
            Map.of());
    opening = Optional.of(told);
    story.tell(new FlowEvent.OpeningTold(told));
    return seconds(1);
  }

  DropAlone flap(boolean closed) {
    flapClosed = closed;
    story.tell(new FlowEvent.DropChanged(closed, binPresent, false));
    return this;
  }

  DropAlone bin(boolean present) {
    binPresent = present;
    story.tell(new FlowEvent.DropChanged(flapClosed, present, false));
    return this;
  }

  DropAlone level(int percent) {
    level = Optional.of(percent);
    story.tell(new FlowEvent.BinFilled(percent));
    return this;
  }

  DropAlone journal(JournalHealth now) {
    health = now;
    story.tell(new FlowEvent.JournalChanged(now, Optional.empty()));
    return this;
  }

  /// Something comes before the reader: it is what has just fallen unread, or slides in.
  DropAlone tag(String uid, TagReading reading) {
    boolean fell =
        unclaimed
            .filter(at -> story.state.at().minus(at).compareTo(DropPassage.LATE) <= 0)
            .isPresent();
    if (fell && field.putIfAbsent(uid, reading) == null) {
      handed.add(uid);
      unclaimed = Optional.empty();
    }
    field.putIfAbsent(uid, reading);
    story.tell(new FlowEvent.TagArrived(Place.DROP, uid, reading, security(uid)));
    return this;
  }

  DropAlone tag(String uid, ItemId item) {
    return tag(uid, new TagReading.ItemTag(item, 1, 1));
  }

  private SecurityBit security(String uid) {
    if (!(field.get(uid) instanceof TagReading.ItemTag)) {
      return SecurityBit.UNKNOWN;
    }
    return disk.isArmed(uid) ? SecurityBit.ARMED : SecurityBit.CLEARED;
  }

  DropAlone gone(String uid) {
    field.remove(uid);
    story.tell(new FlowEvent.TagLeft(Place.DROP, uid));
    return this;
  }

  DropAlone dark() {
    dark = true;
    darkSince = story.state.at();
    passings.add(story.state.now());
    if (handed.containsAll(field.keySet())) {
      unclaimed = Optional.of(darkSince);
    }
    handed.addAll(field.keySet());
    story.tell(new FlowEvent.EyeSaw(true));
    story.tell(new FlowEvent.DropObjectPassed());
    return this;
  }

  DropAlone light() {
    dark = false;
    Duration lasted = story.state.at().minus(darkSince);
    story.tell(new FlowEvent.EyeSaw(false));
    // The clock ticks before every event.
    story.waitFor(Duration.ofMillis(1));
    story.tell(new FlowEvent.ShadowEnded(lasted));
    return this;
  }

  DropAlone falls() {
    return dark().wait(SHADOW).light();
  }

  DropAlone wait(Duration time) {
    story.waitFor(time);
    return this;
  }

  DropAlone seconds(long seconds) {
    story.seconds(seconds);
    return this;
  }

  /// Time passes, and the disk answers at once.
  DropAlone pass(long seconds) {
    for (int i = 0; i < seconds; i++) {
      seconds(1).disk();
    }
    return this;
  }

  DropAlone scan(ScannedCode scan) {
    story.tell(new FlowEvent.BarcodeRead(Place.DROP, scan));
    return this;
  }

  /// The disk answers all that is asked of it.
  DropAlone disk() {
    disk.work();
    return this;
  }

  /// The power goes, and the program starts with nothing in mind; bin and readers answer again.
  DropAlone powerCut(boolean closed) {
    story.state = FlowState.initial(story.flow.settings(), story.state.now());
    device(DeviceRole.DROP_READER, DeviceCondition.READY, "");
    device(DeviceRole.DROP, DeviceCondition.READY, "");
    return flap(closed);
  }

  /// The power is back: the program starts with nothing in mind but the disk, and all devices say
  /// what is so.
  DropAlone restart() {
    cutAt = Long.MAX_VALUE;
    dark = dark && story.state.at().minus(darkSince).compareTo(STUCK) > 0;
    disk.powerCut();
    story.state = FlowState.initial(story.flow.settings(), story.state.now());
    seconds(5);
    story.tell(new FlowEvent.UnarmedRead(disk.unarmed()));
    story.tell(new FlowEvent.BinTold(90, BinHistory.NONE, disk.lines().size()));
    opening.ifPresent(told -> story.tell(new FlowEvent.OpeningTold(told)));
    story.tell(new FlowEvent.JournalChanged(health, Optional.empty()));
    List.copyOf(devices.values()).forEach(line -> story.tell(new FlowEvent.DeviceChanged(line)));
    story.tell(new FlowEvent.DropChanged(flapClosed, binPresent, false));
    level.ifPresent(percent -> story.tell(new FlowEvent.BinFilled(percent)));
    if (dark) {
      dark();
    }
    List.copyOf(field.keySet()).forEach(uid -> tag(uid, field.getOrDefault(uid, NO_TAG)));
    return listed().seconds(1);
  }

  private static final TagReading NO_TAG = new TagReading.ForeignTag();

  DropAlone listed() {
    story.tell(new FlowEvent.PlaceListed(Place.DROP));
    return this;
  }

  DropState state() {
    return ((Screen.BookDropScreen) story.state.screen()).state();
  }

  boolean isDark() {
    return dark;
  }

  boolean isFlapClosed() {
    return flapClosed;
  }

  /// When something began to pass.
  List<EventTime> passings() {
    return List.copyOf(passings);
  }

  /// Tags before the reader.
  Set<String> field() {
    return Set.copyOf(field.keySet());
  }

  /// Whether it has fallen in.
  boolean isHanded(String uid) {
    return handed.contains(uid);
  }

  /// What lies before the reader and is an item of ours.
  Map<String, ItemId> items() {
    Map<String, ItemId> items = new LinkedHashMap<>();
    field.forEach(
        (uid, reading) -> {
          if (reading instanceof TagReading.ItemTag item) {
            items.put(uid, item.item());
          }
        });
    return items;
  }

  /// What the sensors say of a drop in which nothing moves.
  DropState rests() {
    boolean open =
        opening
            .filter(told -> told.library().known())
            .map(told -> told.library().openAt(story.state.now().corrected()))
            .orElse(true);
    boolean reads =
        devices.values().stream()
            .anyMatch(
                line ->
                    line.role() == DeviceRole.DROP_READER
                        && line.condition() != DeviceCondition.CONNECTING);
    if (!binPresent || health == JournalHealth.DISK_FULL || !open || !reads) {
      return DropState.SHUT;
    }
    return level.filter(percent -> percent >= 90).isPresent() ? DropState.FULL : DropState.READY;
  }
}
