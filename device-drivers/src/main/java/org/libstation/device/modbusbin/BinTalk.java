package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.LineTally;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// Asks a slave once, for an examination, and classifies everything that comes back.
final class BinTalk {
  /// Silence that ends an answer; far above 3.5 characters, to allow for adapters and busy
  /// computers.
  private static final Duration QUIET = Duration.ofMillis(150);

  /// Shortest time limit, so that a busy computer does not look like a late slave.
  private static final Duration LEAST = Duration.ofMillis(300);

  private static final Duration LATER = Duration.ofMillis(1300);

  private final ExamTalk talk;
  private final Duration reply;
  private final LineTally tally;
  private boolean waited;

  BinTalk(ExamTalk talk, Duration reply, LineTally tally) {
    this.talk = talk;
    this.reply = reply.compareTo(LEAST) < 0 ? LEAST : reply;
    this.tally = tally;
  }

  /// @return the slave's own answer; empty if none arrived whole and in time, or if the slave
  ///   refused
  Optional<ModbusReply> ask(ModbusRequest request) throws LinkLostException {
    tally.asked();
    Duration begun = talk.now();
    byte[] _ = talk.listen(Duration.ZERO, Duration.ZERO, _ -> true);
    talk.send(request.encode().toArray());
    byte[] came = talk.listen(reply, QUIET, bytes -> isOwn(request, bytes));
    boolean late = false;
    if (came.length == 0 && !waited) {
      came = talk.listen(LATER, QUIET, _ -> false);
      late = came.length > 0;
      // Only the first silence is waited out, so that a dead slave costs this time once.
      waited = !late;
    }
    if (late) {
      tally.odd(DeviceFault.LATE);
      return Optional.empty();
    }
    Optional<ModbusReply> own = judge(request, WireBytes.of(came));
    if (own.isPresent() && own.get() instanceof ModbusReply.ModbusRefusal(int code)) {
      tally.odd(DeviceFault.REFUSED, "%02X".formatted(code));
      return Optional.empty();
    }
    if (own.isPresent()) {
      tally.answered(talk.now().minus(begun));
    }
    return own;
  }

  private static boolean isOwn(ModbusRequest request, byte[] came) {
    return new RtuParser(RtuParser.FrameDirection.REPLIES)
        .parse(came).stream().anyMatch(frame -> ModbusReply.decode(request, frame).isPresent());
  }

  private Optional<ModbusReply> judge(ModbusRequest request, WireBytes came) {
    if (came.length() == 0) {
      tally.odd(DeviceFault.UNANSWERED);
      return Optional.empty();
    }
    WireBytes sent = request.encode();
    boolean echo =
        request instanceof ModbusRequest.Read
            && came.length() >= sent.length()
            && came.slice(0, sent.length()).equals(sent);
    WireBytes said = echo ? came.from(sent.length()) : came;
    if (echo) {
      tally.odd(DeviceFault.ECHO);
    }
    RtuParser parser = new RtuParser(RtuParser.FrameDirection.REPLIES);
    List<WireBytes> frames = new ArrayList<>(parser.parse(said.toArray()));
    frames.addAll(parser.silence());
    for (WireBytes frame : frames) {
      Optional<ModbusReply> own = ModbusReply.decode(request, frame);
      if (own.isPresent()) {
        return own;
      }
    }
    if (frames.isEmpty()) {
      tally.odd(damage(request, said));
    } else {
      boolean other = frames.getFirst().at(0) != request.unit();
      tally.odd(
          other ? DeviceFault.OTHER_DEVICE_ANSWERS : DeviceFault.OTHER_ANSWER,
          "%02X %02X".formatted(frames.getFirst().at(0), frames.getFirst().at(1)));
    }
    return Optional.empty();
  }

  private static DeviceFault damage(ModbusRequest request, WireBytes came) {
    boolean begins =
        came.length() > 1
            && came.at(0) == request.unit()
            && (came.at(1) & ~ModbusReply.EXCEPTION) == request.function();
    if (!begins) {
      return DeviceFault.NONSENSE;
    }
    int whole = request instanceof ModbusRequest.Read && came.length() > 2 ? came.at(2) + 5 : 8;
    return came.length() < whole ? DeviceFault.BROKEN_OFF : DeviceFault.DISTURBED;
  }
}
