package org.libstation.device.feig.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.device.feig.FeigFrame;
import org.libstation.device.feig.FeigReply;
import org.libstation.device.feig.FeigRequest;
import org.libstation.device.feig.FeigStatus;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.lab.PadFault;
import org.libstation.device.pad.lab.TwinField;
import org.libstation.device.pad.lab.TwinTag;

/// Answers one frame for [FeigTwin]. Runs under the twin's lock.
final class FeigTwinReader {
  private static final int ADDRESS = 0x00;
  private static final int ANOTHER_READER = 0x07;
  private static final int ANOTHER_COMMAND = 0x72;
  private static final int SYSTEM_INFO_BYTES = 13;
  private static final int ANY_ADDRESS = 0xFF;
  private static final WireBytes NOTHING = WireBytes.of();
  private static final WireBytes VERSION = WireBytes.ofHex("03 00 00 00 50 00 38");
  private static final WireBytes BUFFER_SIZES = WireBytes.ofHex("01 18 01 18");

  private final TwinField field;
  private final Supplier<List<WireBytes>> entries;
  private final Deque<WireBytes> notYetListed = new ArrayDeque<>();
  int tagsPerReply = 4;

  /// @param entries the entries of an inventory
  FeigTwinReader(TwinField field, Supplier<List<WireBytes>> entries) {
    this.field = field;
    this.entries = entries;
  }

  /// The bytes of the reply; none if the frame is for another reader.
  WireBytes answer(FeigFrame frame) {
    if (frame.address() != ANY_ADDRESS && frame.address() != ADDRESS) {
      return NOTHING;
    }
    FeigReply reply = reply(frame);
    return field.faults.sent(() -> misled(reply, frame.advanced()));
  }

  private WireBytes misled(FeigReply answer, boolean advanced) {
    int from = field.faults.strikes(PadFault.OTHER_ADDRESS) ? ANOTHER_READER : ADDRESS;
    FeigReply said = answer;
    if (field.faults.strikes(PadFault.OTHER_COMMAND)) {
      said = said.withCommand(ANOTHER_COMMAND);
    }
    boolean speaksOfTag =
        said.command() == FeigRequest.ISO_COMMAND && said.data().length() == SYSTEM_INFO_BYTES;
    if (speaksOfTag && field.faults.strikes(PadFault.OTHER_TAG)) {
      byte[] other = said.data().toArray();
      other[8] ^= 0x55;
      said = said.withData(WireBytes.of(other));
    }
    if (said.data().length() > 1 && field.faults.strikes(PadFault.MISSHAPEN)) {
      WireBytes shorter = said.data().slice(0, said.data().length() - 1);
      said = said.withData(shorter);
    }
    return said.encode(advanced, from);
  }

  private FeigReply reply(FeigFrame frame) {
    int command = frame.command();
    Optional<Integer> refusal = field.faults.refusal();
    if (refusal.isPresent()) {
      return new FeigReply(command, refusal.get(), NOTHING);
    }
    Optional<FeigRequest> request = FeigRequest.decode(frame);
    if (request.isEmpty()) {
      int status = isKnown(command) ? FeigStatus.LENGTH_ERROR : FeigStatus.UNKNOWN_COMMAND;
      return new FeigReply(command, status, NOTHING);
    }
    return carryOut(request.get());
  }

  private static boolean isKnown(int command) {
    return switch (command) {
      case FeigRequest.Ping.COMMAND,
          FeigRequest.SoftwareVersion.COMMAND,
          FeigRequest.ReaderInfo.COMMAND,
          FeigRequest.FeigFieldReset.COMMAND,
          FeigRequest.FeigFieldPower.COMMAND,
          FeigRequest.SetOutput.COMMAND,
          FeigRequest.ISO_COMMAND ->
          true;
      default -> false;
    };
  }

  private FeigReply carryOut(FeigRequest request) {
    return switch (request) {
      case FeigRequest.Ping _, FeigRequest.SetOutput _ -> done(request, NOTHING);
      case FeigRequest.SoftwareVersion _ -> done(request, VERSION);
      case FeigRequest.ReaderInfo _ -> done(request, VERSION.plus(BUFFER_SIZES));
      case FeigRequest.FeigFieldReset _ -> {
        field.switchTo(field.isOn());
        yield done(request, NOTHING);
      }
      case FeigRequest.FeigFieldPower switched -> {
        field.switchTo(switched.on());
        yield done(request, NOTHING);
      }
      case FeigRequest.FeigInventory inventory -> list(inventory);
      case FeigRequest.FeigEas eas ->
          field.heard(eas.uid()).map(tag -> eas(eas, tag)).orElse(gone(eas));
      case FeigRequest.FeigTagRequest toTag ->
          field.heard(toTag.uid()).map(tag -> carryOut(toTag, tag)).orElse(gone(toTag));
    };
  }

  private static FeigReply done(FeigRequest request, WireBytes data) {
    return new FeigReply(request.command(), FeigStatus.OK, data);
  }

  private static FeigReply gone(FeigRequest request) {
    return new FeigReply(request.command(), FeigStatus.NO_TAG, NOTHING);
  }

  private static FeigReply tagError(FeigRequest request, int... data) {
    return new FeigReply(request.command(), FeigStatus.TAG_ERROR, WireBytes.of(data));
  }

  private FeigReply list(FeigRequest.FeigInventory request) {
    if (request.mode() != FeigRequest.FeigInventory.MORE) {
      notYetListed.clear();
      notYetListed.addAll(entries.get());
    }
    boolean more = field.faults.strikes(PadFault.ENDLESS);
    if (notYetListed.isEmpty()) {
      return more
          ? new FeigReply(request.command(), FeigStatus.MORE_DATA, WireBytes.of(0))
          : gone(request);
    }
    int count = Math.min(tagsPerReply, notYetListed.size());
    WireBytes data = WireBytes.of(count);
    for (int i = 0; i < count; i++) {
      data = data.plus(notYetListed.removeFirst());
    }
    int status = notYetListed.isEmpty() && !more ? FeigStatus.OK : FeigStatus.MORE_DATA;
    return new FeigReply(request.command(), status, data);
  }

  private static FeigReply eas(FeigRequest.FeigEas request, TwinTag tag) {
    tag.eas = request.on();
    return done(request, NOTHING);
  }

  private FeigReply carryOut(FeigRequest.FeigTagRequest request, TwinTag tag) {
    return switch (request) {
      case FeigRequest.Select _ -> done(request, NOTHING);
      case FeigRequest.StayQuiet _ -> {
        tag.quiet = true;
        yield done(request, NOTHING);
      }
      case FeigRequest.ResetToReady _ -> {
        tag.quiet = false;
        yield done(request, NOTHING);
      }
      case FeigRequest.SystemInfo _ ->
          done(
              request,
              WireBytes.of(tag.dsfid)
                  .plus(WireBytes.ofHex(tag.uid.hex()))
                  .plus(WireBytes.of(tag.afi, tag.blockSize - 1, tag.blockCount() - 1, 0x01)));
      case FeigRequest.FeigReadBlocks read -> read(read, tag);
      case FeigRequest.WriteBlocks write -> write(write, tag);
      case FeigRequest.WriteAfi afi -> writeAfi(afi, tag);
      case FeigRequest.WriteDsfid dsfid -> {
        tag.dsfid = dsfid.dsfid();
        yield done(request, NOTHING);
      }
    };
  }

  private static FeigReply read(FeigRequest.FeigReadBlocks request, TwinTag tag) {
    if (request.count() == 0 || request.first() + request.count() > tag.blockCount()) {
      return tagError(request, FeigStatus.NO_SUCH_BLOCK);
    }
    WireBytes memory = WireBytes.of(tag.memory);
    WireBytes data = WireBytes.of(request.count(), tag.blockSize);
    for (int block = request.first(); block < request.first() + request.count(); block++) {
      int at = block * tag.blockSize;
      boolean lock = request.withLocks() && tag.lockedBlocks.get(block);
      WireBytes bytes = memory.slice(at, at + tag.blockSize);
      data = data.plus(WireBytes.of(lock ? 1 : 0)).plus(FeigReply.turnBlocks(bytes, tag.blockSize));
    }
    return done(request, data);
  }

  private FeigReply write(FeigRequest.WriteBlocks request, TwinTag tag) {
    int size = request.blockSize();
    int count = request.blocks().length() / size;
    if (size != tag.blockSize || request.first() + count > tag.blockCount()) {
      return tagError(request, FeigStatus.NO_SUCH_BLOCK, request.first());
    }
    byte[] bytes = request.blocks().toArray();
    for (int i = 0; i < count; i++) {
      int block = request.first() + i;
      if (field.pullsAway(tag, block)) {
        return new FeigReply(request.command(), FeigStatus.WRITE_ERROR, WireBytes.of(block));
      }
      if (tag.lockedBlocks.get(block)) {
        return tagError(request, FeigStatus.LOCKED, block);
      }
      System.arraycopy(bytes, i * size, tag.memory, block * size, size);
    }
    return done(request, NOTHING);
  }

  private static FeigReply writeAfi(FeigRequest.WriteAfi request, TwinTag tag) {
    if (tag.afiLocked) {
      return tagError(request, FeigStatus.LOCKED);
    }
    tag.afi = tag.deafToAfi ? tag.afi : request.afi();
    return done(request, NOTHING);
  }
}
