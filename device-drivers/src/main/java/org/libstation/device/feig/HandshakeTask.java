package org.libstation.device.feig;

import java.util.List;
import java.util.Optional;
import org.libstation.device.SelfNote;
import org.libstation.device.TagOutcome;

/// Who is there, what it can carry, and its field on: a field that somebody switched off looks like
/// a pad that is always empty.
final class HandshakeTask implements FeigTask<HandshakeTask.Reader> {

  /// @param says type and software
  record Reader(List<SelfNote> says, Buffers buffers) {}

  private static final String MAKER = "FEIG";
  private static final SelfNote UNKNOWN = SelfNote.of("READER_UNKNOWN", "%s reader", MAKER);

  private static final List<FeigRequest> QUESTIONS =
      List.of(
          new FeigRequest.Ping(),
          new FeigRequest.SoftwareVersion(),
          new FeigRequest.ReaderInfo(0),
          new FeigRequest.Field(true));

  private int asked;
  private SelfNote itself = UNKNOWN;
  private Buffers buffers = Buffers.USUAL;

  @Override
  public FeigRequest request() {
    return QUESTIONS.get(asked);
  }

  @Override
  public Optional<Attempt<Reader>> take(FeigReply reply) {
    boolean ok = reply.status() == FeigStatus.OK;
    if (request() instanceof FeigRequest.SoftwareVersion) {
      if (!ok) {
        return FeigTask.missed(new TagOutcome.NoReader("no FEIG reader"));
      }
      itself = describe(reply);
    } else if (request() instanceof FeigRequest.ReaderInfo && ok) {
      // Older readers do not know the command: then the usual sizes hold.
      buffers = Buffers.of(reply.data());
    }
    asked++;
    return asked < QUESTIONS.size()
        ? Optional.empty()
        : FeigTask.ended(new Reader(List.of(itself), buffers));
  }

  /// Software 03.00 and the type byte stand in front of the version's data (manual: "get software
  /// version").
  private static SelfNote describe(FeigReply version) {
    return version.data().length() < 6
        ? UNKNOWN
        : SelfNote.of(
            "READER",
            "%s reader type %s, software %s",
            MAKER,
            "%02Xh".formatted(version.data().at(4)),
            "%02X.%02X".formatted(version.data().at(0), version.data().at(1)));
  }
}
