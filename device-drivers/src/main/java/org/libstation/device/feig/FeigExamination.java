package org.libstation.device.feig;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/// Examines a reader: who it is, how its line is, what its field lists before and after the field
/// was switched on, and each tag that lies there.
final class FeigExamination implements Examination {
  /// Parts of one list that hold nothing and say that more follows.
  private static final int EMPTY_PARTS = 12;

  private static final int PARTS = 64;
  private static final int LOOKS = 4;
  private static final int CALLS = 4;
  private static final int MOST_TAGS = 12;
  private static final int VERSION_BYTES = 7;
  private static final int INFO_BYTES = 11;

  private final FeigOptions options;

  FeigExamination(FeigOptions options) {
    this.options = options;
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes)
      throws LinkLostException {
    try (ExamTalk line = new ExamTalk(opener.open(), clock)) {
      return new Round(line, wishes).run();
    }
  }

  /// One examination.
  private final class Round {
    private final LineTally tally = new LineTally();
    private final ExamTalk line;
    private final FeigTalk talk;
    private final ExamWishes wishes;
    private final List<Found> found = new ArrayList<>();
    private final Set<TagUid> doubted = new LinkedHashSet<>();
    private final Set<TagUid> answering = new LinkedHashSet<>();
    private boolean twice;
    private boolean endless;

    Round(ExamTalk line, ExamWishes wishes) {
      this.line = line;
      this.talk = new FeigTalk(line, options.wire(), tally);
      this.wishes = wishes;
    }

    Examined run() throws LinkLostException {
      String identity = identity();
      if (tally.anyAnswer()) {
        field();
        steadiness();
        if (wishes.hands().asked(Examiner.Act.WATCH_FIELD)) {
          new FieldWatch(line, options).show(wishes.hands());
          wishes.hands().over(Examiner.Act.WATCH_FIELD);
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
      List<Examiner.Act> left =
          wishes.testTag().isEmpty() ? List.of(Examiner.Act.LAY_TEST_TAG) : List.of();
      return tally.end(identity, found, left);
    }

    private String identity() throws LinkLostException {
      Optional<FeigReply> version = Optional.empty();
      for (int i = 0; i < CALLS && version.isEmpty(); i++) {
        Optional<FeigReply> _ = good(new FeigRequest.Ping());
        version =
            good(new FeigRequest.SoftwareVersion())
                .filter(it -> it.status() == FeigStatus.OK && isLong(it, VERSION_BYTES));
      }
      return version
          .map(it -> it.data())
          .map(it -> "FEIG %02Xh, %02X.%02X".formatted(it.at(4), it.at(0), it.at(1)))
          .orElse("");
    }

    private boolean isLong(FeigReply reply, int bytes) {
      boolean whole = reply.data().length() == bytes;
      if (!whole) {
        tally.odd(DeviceFault.MISSHAPEN);
      }
      return whole;
    }

    /// The answer where the reader did as asked; a refusal is counted.
    private Optional<FeigReply> good(FeigRequest request) throws LinkLostException {
      Optional<FeigReply> reply = talk.ask(request);
      reply
          .filter(it -> it.status() != FeigStatus.OK && it.status() != FeigStatus.NO_TAG)
          .filter(it -> it.status() != FeigStatus.TAG_ERROR)
          .filter(it -> it.status() != FeigStatus.WRITE_ERROR)
          .filter(it -> it.status() != FeigStatus.UNKNOWN_COMMAND)
          .filter(it -> it.status() != FeigStatus.MORE_DATA)
          .ifPresent(it -> tally.odd(DeviceFault.REFUSED, "%02X".formatted(it.status())));
      return reply;
    }

    private void field() throws LinkLostException {
      Optional<Set<TagUid>> before = wholeLook();
      boolean quiet = called(before.orElse(Set.of()));
      Optional<FeigReply> _ = good(new FeigRequest.Field(true));
      good(new FeigRequest.ReaderInfo(0))
          .filter(it -> it.status() == FeigStatus.OK)
          .ifPresent(it -> isLong(it, INFO_BYTES));
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

    /// Those that answered or may: a name that comes and goes proves nothing about the field.
    private Set<TagUid> sound(Set<TagUid> listed) throws LinkLostException {
      Set<TagUid> sound = new HashSet<>();
      for (TagUid uid : listed) {
        if (Ghosts.atSight(uid).isEmpty() && info(uid).isPresent()) {
          sound.add(uid);
        }
      }
      return sound;
    }

    /// Whether the test tag, which is not listed, answers when it is called by its number.
    private boolean called(Set<TagUid> listed) throws LinkLostException {
      Optional<TagUid> tag = wishes.testTag().filter(uid -> !listed.contains(uid));
      boolean answers = tag.isPresent() && info(tag.get()).isPresent();
      // A field that is off, or a test tag that is not laid down, is no weak tag.
      doubted.clear();
      return answers;
    }

    private Optional<FeigReply.TagInfo> info(TagUid uid) throws LinkLostException {
      Optional<FeigReply> reply = good(new FeigRequest.SystemInfo(uid));
      Optional<FeigReply> done = reply.filter(it -> it.status() == FeigStatus.OK);
      Optional<FeigReply.TagInfo> info = done.flatMap(FeigReply::tagInfo);
      if (done.isPresent() && info.isEmpty()) {
        tally.odd(DeviceFault.MISSHAPEN);
      }
      if (info.isPresent() && !info.get().uid().equals(uid)) {
        found.add(Found.of(DeviceFault.OTHER_TAG, uid.hex()));
        return Optional.empty();
      }
      if (reply.filter(it -> it.status() == FeigStatus.NO_TAG).isPresent()) {
        doubted.add(uid);
      }
      return info;
    }

    private void tag(TagUid uid) throws LinkLostException {
      Optional<FeigReply.TagInfo> info = Optional.empty();
      for (int i = 0; i < CALLS && info.isEmpty(); i++) {
        info = info(uid);
      }
      if (info.isEmpty()) {
        return;
      }
      answering.add(uid);
      boolean test = wishes.testTag().filter(uid::equals).isPresent();
      found.addAll(new FeigTagExam(talk, options, uid, info.get()).run(test));
    }

    /// The line and the field once more, so that what comes and goes is seen.
    private void steadiness() throws LinkLostException {
      List<TagUid> named = new ArrayList<>();
      for (int i = 0; i < LOOKS; i++) {
        wholeLook().ifPresent(named::addAll);
        Optional<FeigReply> _ = good(new FeigRequest.Ping());
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

    /// All tags the reader lists; empty when no list came whole.
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
        Optional<FeigReply> reply =
            good(new FeigRequest.Inventory(part == 0 ? 0 : options.wire().more()));
        if (reply.isEmpty()) {
          return Optional.empty();
        }
        int status = reply.get().status();
        if (status == FeigStatus.NO_TAG) {
          break;
        }
        if (status != FeigStatus.OK && status != FeigStatus.MORE_DATA) {
          return Optional.empty();
        }
        Optional<List<FeigReply.Seen>> tags =
            reply.get().tags().map(all -> all.stream().filter(FeigExamination::isOurKind).toList());
        if (tags.isEmpty()) {
          tally.odd(DeviceFault.MISSHAPEN);
          return Optional.empty();
        }
        tags.get().forEach(tag -> seen.add(tag.uid()));
        listed += tags.get().size();
        empty = tags.get().isEmpty() ? empty + 1 : 0;
        if (empty >= EMPTY_PARTS) {
          endless = true;
          break;
        }
        if (status == FeigStatus.OK) {
          break;
        }
      }
      twice |= listed > seen.size();
      return Optional.of(seen);
    }
  }

  /// Of another kind is no fault of the reader, and nothing can be asked of it.
  private static boolean isOurKind(FeigReply.Seen tag) {
    return !(tag instanceof FeigReply.SeenOther);
  }
}
