package org.libstation.device.pad;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.device.TagUid;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.Examiner;
import org.libstation.device.exam.LineTally;
import org.libstation.device.exam.Measurement;
import org.libstation.device.link.LinkLostException;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Shows the contents of the field while a person lays tags there and lifts them. For each tag it
/// shows how often the tag answered, and its content.
final class FieldWatch {
  /// Time limit for showing the field, if the person does not end it.
  static final Duration LIMIT = Duration.ofSeconds(45);

  /// Number of looks over which a tag's answers are counted.
  private static final int WINDOW = 10;

  private static final int MOST_TAGS = 12;
  private static final int PARTS = 64;
  private static final int READ_BYTES = 64;

  private final ExamTalk line;
  private final PadTalk talk;
  private final PadOptions options;
  private final Map<TagUid, Deque<Boolean>> answers = new LinkedHashMap<>();
  private final Map<TagUid, MeasuredContent> read = new HashMap<>();

  /// @param raw empty for a patron's card
  private record MeasuredContent(Measurement.Content content, String raw) {}

  FieldWatch(ExamTalk line, PadWire wire, PadOptions options) {
    this.line = line;
    this.talk = new PadTalk(line, wire, new LineTally());
    this.options = options;
  }

  /// Shows the field until the person ends it, or [#LIMIT] is over.
  void show(Examiner hands) throws LinkLostException {
    Duration end = line.now().plus(LIMIT);
    while (!hands.ready(Examiner.ExaminerAct.WATCH_FIELD) && line.now().compareTo(end) < 0) {
      Set<TagUid> seen = look();
      seen.stream()
          .filter(uid -> answers.size() < MOST_TAGS || answers.containsKey(uid))
          .forEach(uid -> answers.computeIfAbsent(uid, _ -> new ArrayDeque<>()));
      for (Map.Entry<TagUid, Deque<Boolean>> each : answers.entrySet()) {
        Deque<Boolean> looks = each.getValue();
        looks.addLast(seen.contains(each.getKey()));
        if (looks.size() > WINDOW) {
          looks.removeFirst();
        }
        hands.sees(sight(each.getKey(), looks));
      }
      // A lifted tag leaves the window, so that another has room.
      answers.values().removeIf(looks -> looks.size() == WINDOW && !looks.contains(true));
    }
  }

  private Measurement sight(TagUid uid, Deque<Boolean> looks) throws LinkLostException {
    MeasuredContent known =
        read.getOrDefault(uid, new MeasuredContent(new Measurement.Content.ContentUnread(), ""));
    if (known.content() instanceof Measurement.Content.ContentUnread && looks.getLast()) {
      known = content(uid).orElse(known);
      read.put(uid, known);
    }
    int answered = (int) looks.stream().filter(each -> each).count();
    return new Measurement.Tag(uid, answered, looks.size(), known.content(), known.raw());
  }

  private Optional<MeasuredContent> content(TagUid uid) throws LinkLostException {
    Optional<PadReply.TagInfo> info =
        talk.ask(new PadRequest.SystemInfo(uid), PadReply.TagInfo.class);
    if (info.isEmpty()) {
      return Optional.empty();
    }
    int count = Math.min(info.get().blockCount(), READ_BYTES / info.get().blockSize());
    return talk.ask(new PadRequest.ReadBlocks(uid, 0, count, false), PadReply.Blocks.class)
        .map(blocks -> judged(info.get().dsfid(), blocks));
  }

  private MeasuredContent judged(int dsfid, PadReply.Blocks blocks) {
    TagContent content = options.content(LibraryTag.judge(dsfid, blocks.bytes().toArray()));
    String raw = content instanceof TagContent.PatronCard ? "" : blocks.bytes().toString();
    return new MeasuredContent(new Measurement.Content.JudgedTag(content), raw);
  }

  private Set<TagUid> look() throws LinkLostException {
    Set<TagUid> seen = new LinkedHashSet<>();
    for (int part = 0; part < PARTS; part++) {
      Optional<PadReply.Listed> list =
          talk.ask(new PadRequest.Inventory(part > 0), PadReply.Listed.class);
      list.ifPresent(it -> it.tags().forEach(tag -> seen.add(tag.uid())));
      if (list.filter(PadReply.Listed::more).isEmpty()) {
        break;
      }
    }
    return seen;
  }
}
