package org.libstation.device.pad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.Found;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Examines one tag that answers. Only a test tag is written to: its own bytes are rewritten, and
/// its security byte is changed and restored.
final class PadTagExam {
  private static final int READ_BYTES = 64;

  private final PadTalk talk;
  private final PadOptions options;
  private final TagUid uid;
  private final PadReply.TagInfo info;
  private final List<Found> found = new ArrayList<>();

  PadTagExam(PadTalk talk, PadOptions options, TagUid uid, PadReply.TagInfo info) {
    this.talk = talk;
    this.options = options;
    this.uid = uid;
    this.info = info;
  }

  /// Examines the tag.
  ///
  /// @param test whether the tag is kept for tests
  /// @return the faults; empty if there are none
  List<Found> run(boolean test) throws LinkLostException {
    int count = Math.min(info.blockCount(), READ_BYTES / info.blockSize());
    Optional<PadReply.Blocks> read = read(count, test);
    if (read.isEmpty()) {
      return found;
    }
    TagContent content = LibraryTag.judge(info.dsfid(), read.get().bytes().toArray());
    if (content instanceof TagContent.Damaged) {
      found.add(Found.of(DeviceFault.TORN_RECORD, uid.hex()));
    } else if (content instanceof TagContent.Item
        && options.security(info.afi()) == TagSecurity.UNKNOWN) {
      found.add(Found.of(DeviceFault.THIRD_AFI, "%s: %02X".formatted(uid.hex(), info.afi())));
    }
    if (test) {
      if (!read.get().locked().isEmpty()) {
        found.add(Found.of(DeviceFault.LOCKED_BLOCK, uid.hex() + ": " + read.get().locked()));
      }
      security();
      if (read.get().locked().isEmpty()) {
        writeAgain(read.get());
      }
    }
    return found;
  }

  private Optional<PadReply.Blocks> read(int count, boolean locks) throws LinkLostException {
    Optional<PadReply.Blocks> blocks = Optional.empty();
    for (int i = 0; i < 3 && blocks.isEmpty(); i++) {
      blocks = talk.ask(new PadRequest.ReadBlocks(uid, 0, count, locks), PadReply.Blocks.class);
    }
    return blocks;
  }

  private void security() throws LinkLostException {
    int other = info.afi() == options.onLoan() ? options.inStock() : options.onLoan();
    Optional<PadReply> set = talk.ask(new PadRequest.WriteAfi(uid, other));
    if (set.filter(it -> is(it, PadReply.PadRefusal.LOCKED)).isPresent()) {
      found.add(Found.of(DeviceFault.LOCKED_AFI, uid.hex()));
      return;
    }
    Optional<PadReply.TagInfo> after =
        talk.ask(new PadRequest.SystemInfo(uid), PadReply.TagInfo.class);
    if (set.filter(PadReply.CommandDone.class::isInstance).isPresent()
        && after.filter(tag -> tag.afi() != other).isPresent()) {
      found.add(Found.of(DeviceFault.DEAF_TAG, uid.hex()));
    }
    for (int i = 0; i < 3; i++) {
      Optional<PadReply> back = talk.ask(new PadRequest.WriteAfi(uid, info.afi()));
      if (back.filter(PadReply.CommandDone.class::isInstance).isPresent()) {
        return;
      }
    }
  }

  /// Rewrites each block with its own content.
  private void writeAgain(PadReply.Blocks blocks) throws LinkLostException {
    int size = blocks.size();
    for (int block = 0; (block + 1) * size <= blocks.bytes().length(); block++) {
      WireBytes same = blocks.bytes().slice(block * size, (block + 1) * size);
      Optional<PadReply> reply = talk.ask(new PadRequest.WriteBlocks(uid, block, size, same));
      if (reply.filter(it -> is(it, PadReply.PadRefusal.LOCKED)).isPresent()) {
        found.add(Found.of(DeviceFault.LOCKED_BLOCK, uid.hex() + ": " + block));
        return;
      }
      if (reply
          .filter(it -> is(it, PadReply.PadRefusal.NOT_KEPT, PadReply.PadRefusal.GONE))
          .isPresent()) {
        found.add(Found.of(DeviceFault.PULLED_AWAY, uid.hex() + ": " + block));
        return;
      }
    }
  }

  private static boolean is(PadReply reply, PadReply.PadRefusal... why) {
    return reply instanceof PadReply.PadRefused refused && List.of(why).contains(refused.why());
  }
}
