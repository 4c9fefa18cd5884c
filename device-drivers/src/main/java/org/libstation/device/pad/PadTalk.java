package org.libstation.device.pad;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.LineTally;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// Sends requests to a reader once, and classifies everything that comes back.
final class PadTalk {
  /// Longest silence inside a frame; far above any manual's, for adapters and busy machines.
  private static final Duration QUIET = Duration.ofMillis(200);

  /// Shortest wait for an answer, so that a busy machine does not make a reader look late.
  private static final Duration LEAST = Duration.ofMillis(400);

  private static final Duration LATER = Duration.ofMillis(400);

  private final ExamTalk talk;
  private final PadWire wire;
  private final LineTally tally;
  private final List<PadRequest> unanswered = new ArrayList<>();
  private final Set<Integer> readers = new HashSet<>();

  PadTalk(ExamTalk talk, PadWire wire, LineTally tally) {
    this.talk = talk;
    this.wire = wire;
    this.tally = tally;
  }

  /// Sends a request once.
  ///
  /// @return the answer to this request, whatever it says; empty when no whole one came
  Optional<PadReply> ask(PadRequest request) throws LinkLostException {
    left();
    tally.asked();
    Duration begun = talk.now();
    talk.send(wire.encode(request).toArray());
    Duration first = wire.reply().compareTo(LEAST) < 0 ? LEAST : wire.reply();
    byte[] came = talk.listen(first, QUIET, this::isWhole);
    if (came.length == 0) {
      came = talk.listen(LATER, QUIET, this::isWhole);
      if (came.length > 0) {
        tally.odd(DeviceFault.LATE);
      }
    }
    Optional<PadReply> own = judge(request, WireBytes.of(came));
    own.ifPresentOrElse(
        _ -> tally.answered(talk.now().minus(begun)), () -> unanswered.add(request));
    return own;
  }

  /// Sends a request once, and wants one kind of answer.
  ///
  /// @return the answer to this request, if it is of this kind
  <T extends PadReply> Optional<T> ask(PadRequest request, Class<T> kind) throws LinkLostException {
    return ask(request).filter(kind::isInstance).map(kind::cast);
  }

  private boolean isWhole(byte[] came) {
    FrameParser<?> parser = new FrameParser<>(wire.framing());
    return !parser.parse(came).isEmpty() && !parser.isInFrame();
  }

  /// Takes the bytes that arrive before the next question; they answer an older one.
  private void left() throws LinkLostException {
    byte[] came = talk.listen(Duration.ZERO, Duration.ZERO, _ -> true);
    if (came.length > 0) {
      for (PadFrame frame : new FrameParser<>(wire.framing()).parse(came)) {
        if (answersOlder(frame)) {
          tally.cameLate();
        }
      }
    }
  }

  private Optional<PadReply> judge(PadRequest request, WireBytes came) {
    if (came.length() == 0) {
      tally.odd(DeviceFault.UNANSWERED);
      return Optional.empty();
    }
    FrameParser<?> parser = new FrameParser<>(wire.framing());
    List<PadFrame> frames = new ArrayList<>(parser.parse(came.toArray()));
    frames.addAll(parser.silence());
    if (frames.isEmpty()) {
      tally.odd(damage(came));
      return Optional.empty();
    }
    int framed = frames.stream().mapToInt(frame -> frame.encode().length()).sum();
    if (framed < came.length()) {
      tally.odd(DeviceFault.NOISE);
    }
    Optional<PadReply> own = Optional.empty();
    for (PadFrame frame : frames) {
      if (own.isEmpty()) {
        own = taken(request, frame);
      }
    }
    return own;
  }

  /// Classifies an unreadable frame: too short, or of the right length with a wrong check sum.
  private DeviceFault damage(WireBytes came) {
    int length = wire.framing().length(came);
    if (length == came.length()) {
      return DeviceFault.DISTURBED;
    }
    boolean cut = came.length() < length || length == Framing.NOT_YET;
    return cut && wire.beginsAsReply(came) ? DeviceFault.BROKEN_OFF : DeviceFault.NONSENSE;
  }

  private boolean answersOlder(PadFrame frame) {
    return unanswered.removeIf(old -> wire.command(old) == frame.command());
  }

  private Optional<PadReply> taken(PadRequest request, PadFrame frame) {
    Optional<PadReply> reply = wire.reply(request, frame);
    readers.add(frame.address());
    if (reply.isEmpty()) {
      if (answersOlder(frame)) {
        tally.cameLate();
      } else {
        tally.odd(DeviceFault.OTHER_ANSWER, "%02X".formatted(frame.command()));
      }
      return Optional.empty();
    }
    return reply;
  }

  /// Whether more than one address answered.
  boolean severalReaders() {
    return readers.size() > 1;
  }
}
