package org.libstation.device.feig;

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

/// Asks a reader once and says of everything that comes what it is.
final class FeigTalk {
  /// Silence inside a frame; far above the manual's 12 ms, for adapters and busy machines.
  private static final Duration QUIET = Duration.ofMillis(200);

  /// A busy machine is no late reader.
  private static final Duration LEAST = Duration.ofMillis(400);

  private static final Duration LATER = Duration.ofMillis(400);

  private final ExamTalk talk;
  private final FeigOptions.Wire wire;
  private final LineTally tally;
  private final List<FeigRequest> unanswered = new ArrayList<>();
  private final Set<Integer> readers = new HashSet<>();

  FeigTalk(ExamTalk talk, FeigOptions.Wire wire, LineTally tally) {
    this.talk = talk;
    this.wire = wire;
    this.tally = tally;
  }

  /// @return its own answer, whatever its status; empty when none came whole
  Optional<FeigReply> ask(FeigRequest request) throws LinkLostException {
    left();
    tally.asked();
    Duration begun = talk.now();
    talk.send(request.encode(wire.advanced(), wire.address()).toArray());
    Duration first = wire.reply().compareTo(LEAST) < 0 ? LEAST : wire.reply();
    byte[] came = talk.listen(first, QUIET, FeigTalk::isWhole);
    if (came.length == 0) {
      came = talk.listen(LATER, QUIET, FeigTalk::isWhole);
      if (came.length > 0) {
        tally.odd(DeviceFault.LATE);
      }
    }
    Optional<FeigReply> own = judge(request, WireBytes.of(came));
    own.ifPresentOrElse(
        _ -> tally.answered(talk.now().minus(begun)), () -> unanswered.add(request));
    return own;
  }

  private static boolean isWhole(byte[] came) {
    FeigParser parser = new FeigParser();
    List<FeigFrame> frames = parser.parse(came);
    return !frames.isEmpty() && !parser.isInFrame();
  }

  /// What still comes before the next question answers an older one.
  private void left() throws LinkLostException {
    byte[] came = talk.listen(Duration.ZERO, Duration.ZERO, _ -> true);
    if (came.length > 0) {
      for (FeigFrame frame : new FeigParser().parse(came)) {
        if (unanswered.removeIf(old -> old.command() == frame.command())) {
          tally.cameLate();
        }
      }
    }
  }

  private Optional<FeigReply> judge(FeigRequest request, WireBytes came) {
    if (came.length() == 0) {
      tally.odd(DeviceFault.UNANSWERED);
      return Optional.empty();
    }
    FeigParser parser = new FeigParser();
    List<FeigFrame> frames = new ArrayList<>(parser.parse(came.toArray()));
    frames.addAll(parser.silence());
    if (frames.isEmpty()) {
      tally.odd(damage(came));
      return Optional.empty();
    }
    int framed = frames.stream().mapToInt(frame -> frame.encode().length()).sum();
    if (framed < came.length()) {
      tally.odd(DeviceFault.NOISE);
    }
    Optional<FeigReply> own = Optional.empty();
    for (FeigFrame frame : frames) {
      if (own.isEmpty()) {
        own = taken(request, frame);
      }
    }
    return own;
  }

  /// What a frame is that cannot be read: too short, or whole by its length with a wrong check sum.
  private static DeviceFault damage(WireBytes came) {
    int length = came.at(0);
    if (length == FeigFrame.ADVANCED_MARK && came.length() > 2) {
      length = came.at(1) << 8 | came.at(2);
    }
    if (length == came.length()) {
      return DeviceFault.DISTURBED;
    }
    boolean begins = length >= FeigFrame.SHORTEST && came.length() > 1 && came.at(1) == 0;
    return begins && came.length() < length ? DeviceFault.BROKEN_OFF : DeviceFault.NONSENSE;
  }

  private Optional<FeigReply> taken(FeigRequest request, FeigFrame frame) {
    Optional<FeigReply> reply = FeigReply.decode(frame);
    readers.add(frame.address());
    if (reply.isEmpty() || reply.get().command() != request.command()) {
      boolean late = unanswered.removeIf(old -> old.command() == frame.command());
      if (late) {
        tally.cameLate();
      } else {
        tally.odd(DeviceFault.OTHER_ANSWER, "%02X".formatted(frame.command()));
      }
      return Optional.empty();
    }
    return reply;
  }

  /// More than one address answered.
  boolean severalReaders() {
    return readers.size() > 1;
  }
}
