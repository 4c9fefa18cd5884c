package org.libstation.device.feig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.Security;
import org.libstation.device.TagUid;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.Found;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Examines one tag that answers. Only a test tag is written to: its own bytes again, and its
/// security byte to and fro.
final class FeigTagExam {
  private static final int READ_BYTES = 64;

  private final FeigTalk talk;
  private final FeigOptions options;
  private final TagUid uid;
  private final FeigReply.TagInfo info;
  private final List<Found> found = new ArrayList<>();

  FeigTagExam(FeigTalk talk, FeigOptions options, TagUid uid, FeigReply.TagInfo info) {
    this.talk = talk;
    this.options = options;
    this.uid = uid;
    this.info = info;
  }

  /// @param test whether it is kept for tests
  List<Found> run(boolean test) throws LinkLostException {
    int count = Math.min(info.blockCount(), READ_BYTES / info.blockSize());
    Optional<FeigReply.Blocks> read = read(count, test);
    if (read.isEmpty()) {
      return found;
    }
    TagContent content = LibraryTag.judge(info.dsfid(), read.get().bytes().toArray());
    if (content instanceof TagContent.Damaged) {
      found.add(Found.of(DeviceFault.TORN_RECORD, uid.hex()));
    } else if (content instanceof TagContent.Item
        && options.security(info.afi()) == Security.UNKNOWN) {
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

  private Optional<FeigReply.Blocks> read(int count, boolean locks) throws LinkLostException {
    Optional<FeigReply.Blocks> blocks = Optional.empty();
    for (int i = 0; i < 3 && blocks.isEmpty(); i++) {
      blocks =
          talk.ask(new FeigRequest.ReadBlocks(uid, 0, count, locks))
              .filter(reply -> reply.status() == FeigStatus.OK)
              .flatMap(FeigReply::blocks);
    }
    return blocks;
  }

  private void security() throws LinkLostException {
    int other = info.afi() == options.onLoan() ? options.inStock() : options.onLoan();
    Optional<FeigReply> set = talk.ask(new FeigRequest.WriteAfi(uid, other));
    if (set.filter(FeigTagExam::isLocked).isPresent()) {
      found.add(Found.of(DeviceFault.LOCKED_AFI, uid.hex()));
      return;
    }
    Optional<FeigReply.TagInfo> after =
        talk.ask(new FeigRequest.SystemInfo(uid)).flatMap(FeigReply::tagInfo);
    if (set.filter(reply -> reply.status() == FeigStatus.OK).isPresent()
        && after.filter(tag -> tag.afi() != other).isPresent()) {
      found.add(Found.of(DeviceFault.DEAF_TAG, uid.hex()));
    }
    for (int i = 0; i < 3; i++) {
      Optional<FeigReply> back = talk.ask(new FeigRequest.WriteAfi(uid, info.afi()));
      if (back.filter(reply -> reply.status() == FeigStatus.OK).isPresent()) {
        return;
      }
    }
  }

  /// Each block with what it holds.
  private void writeAgain(FeigReply.Blocks blocks) throws LinkLostException {
    int size = blocks.size();
    for (int block = 0; (block + 1) * size <= blocks.bytes().length(); block++) {
      WireBytes same = blocks.bytes().slice(block * size, (block + 1) * size);
      Optional<FeigReply> reply = talk.ask(new FeigRequest.WriteBlocks(uid, block, size, same));
      if (reply.filter(FeigTagExam::isLocked).isPresent()) {
        found.add(Found.of(DeviceFault.LOCKED_BLOCK, uid.hex() + ": " + block));
        return;
      }
      boolean gone =
          reply
              .filter(
                  it -> it.status() == FeigStatus.WRITE_ERROR || it.status() == FeigStatus.NO_TAG)
              .isPresent();
      if (gone) {
        found.add(Found.of(DeviceFault.PULLED_AWAY, uid.hex() + ": " + block));
        return;
      }
    }
  }

  private static boolean isLocked(FeigReply reply) {
    return reply.status() == FeigStatus.TAG_ERROR
        && reply.data().length() > 0
        && reply.data().at(0) == FeigStatus.LOCKED;
  }
}
