package org.libstation.central.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/// Finds out whether a port uses encryption, from the first bytes of its answer. Never sends a
/// name, a password or a card number.
///
/// @param plain an unencrypted connection to that port; if another thread closes it, the probe
///   finds out nothing
public record EncryptionProbe(TcpTransport plain) {
  /// Content types of a TLS record (RFC 8446, section 5.1).
  private static final int ALERT = 0x15;

  private static final int HANDSHAKE = 0x16;
  private static final int MAJOR_VERSION = 3;
  private static final int ENOUGH = 1024;
  private static final Duration AFTER_HANDSHAKE = Duration.ofMillis(500);

  /// Connects in the same way as a request does, and reports what is wrong. Does not log in.
  ///
  /// @param line the connection as the site configures it
  /// @param message as for [#answersPlain]
  /// @param within time limit for each connection
  /// @return empty if the connection can be used
  public Optional<LineFault> look(TcpTransport line, byte[] message, Duration within) {
    try {
      line.open(within);
      if (line.isEncrypted()) {
        // In TLS 1.3 the far end refuses the station's certificate only after the handshake.
        int _ = line.read(new byte[ENOUGH], AFTER_HANDSHAKE);
        return Optional.empty();
      }
    } catch (IOException failed) {
      LineFault fault = LineFault.of(failed);
      boolean unclear =
          EnumSet.of(
                  LineFault.HANDSHAKE_SILENT,
                  LineFault.HANDSHAKE_CLOSED,
                  LineFault.HANDSHAKE_REFUSED)
              .contains(fault);
      return Optional.of(
          unclear && answersPlain(message, within).isPresent() ? LineFault.FAR_END_PLAIN : fault);
    } finally {
      line.close();
    }
    return encrypts(within) ? Optional.of(LineFault.FAR_END_ENCRYPTS) : Optional.empty();
  }

  /// Whether the port answers the first message of TLS with a TLS record.
  public boolean encrypts(Duration within) {
    try {
      return answer(clientHello(), within).filter(EncryptionProbe::isTls).isPresent();
    } catch (IOException | GeneralSecurityException _) {
      return false;
    }
  }

  /// Returns the first bytes of the answer to an unencrypted message. Empty if there is no answer,
  /// or one in TLS.
  ///
  /// @param message must change nothing at the far end and hold no secret
  public Optional<byte[]> answersPlain(byte[] message, Duration within) {
    try {
      return answer(message, within).filter(bytes -> !isTls(bytes));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> answer(byte[] message, Duration within) throws IOException {
    try {
      plain.open(within);
      plain.write(message);
      byte[] heard = new byte[ENOUGH];
      int count = plain.read(heard, within);
      return count > 0 ? Optional.of(Arrays.copyOf(heard, count)) : Optional.empty();
    } finally {
      plain.close();
    }
  }

  static boolean isTls(byte[] bytes) {
    return bytes.length > 1
        && (bytes[0] == ALERT || bytes[0] == HANDSHAKE)
        && bytes[1] == MAJOR_VERSION;
  }

  private static byte[] clientHello() throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, null, null);
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    engine.beginHandshake();
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    var _ = engine.wrap(ByteBuffer.allocate(0), packet);
    return Arrays.copyOf(packet.array(), packet.position());
  }
}
