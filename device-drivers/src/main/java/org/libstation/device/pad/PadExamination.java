package org.libstation.device.pad;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.libstation.device.DeviceClock;
import org.libstation.device.TagUid;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Examiner;
import org.libstation.device.exam.Found;
import org.libstation.device.exam.LineTally;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Examines a reader: its identity, its line, its field before and after switching it on, and each
/// tag in it.
public final class PadExamination implements Examination {
  /// Number of empty parts in a row, each followed by "more", after which a list counts as endless.
  private static final int EMPTY_PARTS = 12;

  private static final int PARTS = 64;
  private static final int LOOKS = 4;
  private static final int CALLS = 4;
  private static final int MOST_TAGS = 12;

  private final PadOptions options;
  private final Supplier<PadWire> wires;

  /// @param wires makes the make's protocol for one conversation
  public PadExamination(PadOptions options, Supplier<PadWire> wires) {
    this.options = options;
    this.wires = wires;
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes)
      throws LinkLostException {
    try (ExamTalk line = new ExamTalk(opener.open(), clock)) {
      return new PadExaminationRound(line, wishes).run();
    }
  }

  /// One run of the examination.
  private final class PadExaminationRound {
    private final LineTally tally = new LineTally();
    private final ExamTalk line;
    private final PadWire wire = wires.get();
    private final PadTalk talk;
    private final ExamWishes wishes;
    private final List<Found> found = new ArrayList<>();
    private final Set<TagUid> doubted = new LinkedHashSet<>();
    private final Set<TagUid> answering = new LinkedHashSet<>();
    private boolean twice;
    private boolean endless;

    PadExaminationRound(ExamTalk line, ExamWishes wishes) {
      this.line = line;
      this.talk = new PadTalk(line, wire, tally);
      this.wishes = wishes;
    }

    Examined run() throws LinkLostException {
      String identity = identity();
      if (tally.anyAnswer()) {
        field();
        steadiness();
        if (wishes.hands().asked(Examiner.ExaminerAct.WATCH_FIELD)) {
          new FieldWatch(line, wire, options).show(wishes.hands());
          wishes.hands().over(Examiner.ExaminerAct.WATCH_FIELD);
        }
      }
      if (talk.severalReaders()) {
        found.add(Found.of(DeviceFault.OTHER_DEVICE_ANSWERS));
      }
      if (twice) {
        found.add(Found.of(DeviceFault.LISTED_TWICE));
      }
      if (endless) {
        found.add(Found.of(DeviceFault.ENDLESS_LIST));
      }
      List<Examiner.ExaminerAct> left =
          wishes.testTag().isEmpty() ? List.of(Examiner.ExaminerAct.LAY_TEST_TAG) : List.of();
      return tally.end(identity, found, left);
    }

    /// Sends the whole greeting once, and repeats it until the reader has told its identity.
    private String identity() throws LinkLostException {
      String identity = "";
      for (int i = 0; i < CALLS && identity.isEmpty(); i++) {
        for (int step = 0; step < wire.greetings(); step++) {
          identity = greeted(step, identity);
        }
      }
      return identity;
    }

    private String greeted(int step, String identity) throws LinkLostException {
      if (!(good(new PadRequest.Greet(step)).orElse(null) instanceof PadReply.Greeted greeted)) {
        return identity;
      }
      if (!greeted.isWhole()) {
        tally.odd(DeviceFault.MISSHAPEN);
        return identity;
      }
      return greeted.identity().isEmpty() ? identity : greeted.identity();
    }

    /// Asks and returns the answer, whatever it says. Counts refusals by the reader itself and
    /// malformed answers.
    private Optional<PadReply> good(PadRequest request) throws LinkLostException {
      Optional<PadReply> reply = talk.ask(request);
      if (reply.orElse(null) instanceof PadReply.PadRefused refused) {
        if (refused.why() == PadReply.PadRefusal.READER) {
          tally.odd(DeviceFault.REFUSED, "%02X".formatted(refused.status()));
        } else if (refused.why() == PadReply.PadRefusal.MISSHAPEN) {
          tally.odd(DeviceFault.MISSHAPEN);
        }
      }
      return reply;
    }

    private void field() throws LinkLostException {
      Optional<Set<TagUid>> before = wholeLook();
      boolean quiet = called(before.orElse(Set.of()));
      if (wire.resetPause().isPresent()) {
        Optional<PadReply> _ = good(new PadRequest.FieldOn());
      }
      Set<TagUid> after = wholeLook().orElse(Set.of());
      if (quiet) {
        found.add(Found.of(DeviceFault.QUIET_TAG, wishes.testTag().map(TagUid::hex).orElse("")));
      } else if (before.isPresent() && !before.get().containsAll(sound(after))) {
        found.add(Found.of(before.get().isEmpty() ? DeviceFault.FIELD_OFF : DeviceFault.QUIET_TAG));
      }
      for (TagUid uid : after.stream().limit(MOST_TAGS).toList()) {
        if (Ghosts.atSight(uid).isPresent()) {
          found.add(Found.of(DeviceFault.NOT_E0, uid.hex()));
        } else {
          tag(uid);
        }
      }
    }

    /// The listed tags that answer. A name that comes and goes proves nothing about the field.
    private Set<TagUid> sound(Set<TagUid> listed) throws LinkLostException {
      Set<TagUid> sound = new HashSet<>();
      for (TagUid uid : listed) {
        if (Ghosts.atSight(uid).isEmpty() && info(uid).isPresent()) {
          sound.add(uid);
        }
      }
      return sound;
    }

    /// Whether the test tag answers to its number although it is not listed.
    private boolean called(Set<TagUid> listed) throws LinkLostException {
      Optional<TagUid> tag = wishes.testTag().filter(uid -> !listed.contains(uid));
      boolean answers = tag.isPresent() && info(tag.get()).isPresent();
      // A field that is off, or a test tag that is not on the pad, does not make a weak tag.
      doubted.clear();
      return answers;
    }

    private Optional<PadReply.TagInfo> info(TagUid uid) throws LinkLostException {
      Optional<PadReply> reply = good(new PadRequest.SystemInfo(uid));
      return switch (reply.orElse(null)) {
        case PadReply.TagInfo info -> Optional.of(info);
        case PadReply.OfAnotherTag _ -> {
          found.add(Found.of(DeviceFault.OTHER_TAG, uid.hex()));
          yield Optional.empty();
        }
        case PadReply.PadRefused refused when refused.why() == PadReply.PadRefusal.GONE -> {
          doubted.add(uid);
          yield Optional.empty();
        }
        case null, default -> Optional.empty();
      };
    }

    private void tag(TagUid uid) throws LinkLostException {
      Optional<PadReply.TagInfo> info = Optional.empty();
      for (int i = 0; i < CALLS && info.isEmpty(); i++) {
        info = info(uid);
      }
      if (info.isEmpty()) {
        return;
      }
      answering.add(uid);
      boolean test = wishes.testTag().filter(uid::equals).isPresent();
      found.addAll(new PadTagExam(talk, options, uid, info.get()).run(test));
    }

    /// Examines line and field several times, to find intermittent faults.
    private void steadiness() throws LinkLostException {
      List<TagUid> named = new ArrayList<>();
      for (int i = 0; i < LOOKS; i++) {
        wholeLook().ifPresent(named::addAll);
        Optional<PadReply> _ = good(new PadRequest.Greet(0));
      }
      for (TagUid uid : doubted) {
        Optional<String> misread = Ghosts.misread(uid, answering);
        if (answering.contains(uid)) {
          found.add(Found.of(DeviceFault.WEAK_TAG, uid.hex()));
        } else if (misread.isPresent()) {
          found.add(Found.of(DeviceFault.BIT_WRONG, uid.hex()));
        } else if (!wishes.testTag().filter(uid::equals).isPresent()) {
          found.add(
              Found.of(named.contains(uid) ? DeviceFault.WEAK_TAG : DeviceFault.GHOST, uid.hex()));
        }
      }
    }

    /// All tags the reader lists; empty when no list was complete.
    private Optional<Set<TagUid>> wholeLook() throws LinkLostException {
      Optional<Set<TagUid>> look = Optional.empty();
      for (int i = 0; i < 2 && look.isEmpty() && !endless; i++) {
        look = look();
      }
      return look;
    }

    private Optional<Set<TagUid>> look() throws LinkLostException {
      Set<TagUid> seen = new LinkedHashSet<>();
      int listed = 0;
      int empty = 0;
      for (int part = 0; part < PARTS; part++) {
        Optional<PadReply> reply = good(new PadRequest.Inventory(part > 0));
        if (!(reply.orElse(null) instanceof PadReply.Listed list)) {
          return Optional.empty();
        }
        List<Seen> tags = list.tags().stream().filter(PadExamination::isOurKind).toList();
        tags.forEach(tag -> seen.add(tag.uid()));
        listed += tags.size();
        empty = tags.isEmpty() && list.more() ? empty + 1 : 0;
        if (empty >= EMPTY_PARTS) {
          endless = true;
          break;
        }
        if (!list.more()) {
          break;
        }
      }
      twice |= listed > seen.size();
      return Optional.of(seen);
    }
  }

  /// Whether the tag is of a kind that this pad reads. Another kind is no fault of the reader, and
  /// cannot be asked anything.
  private static boolean isOurKind(Seen tag) {
    return !(tag instanceof Seen.Other);
  }
}
