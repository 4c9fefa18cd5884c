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

/// Finds out whether a port encrypts, by the first bytes that it answers. A name, a password or a
/// number of a card is never sent.
///
/// @param plain a connection without encryption to that port; may be closed by another thread, and
///   then nothing is found out
public record EncryptionProbe(TcpTransport plain) {
  /// Content types of a TLS record (RFC 8446, section 5.1).
  private static final int ALERT = 0x15;

  private static final int HANDSHAKE = 0x16;
  private static final int MAJOR_VERSION = 3;
  private static final int ENOUGH = 1024;
  private static final Duration AFTER_HANDSHAKE = Duration.ofMillis(500);

  /// Connects as a request would, and tells what is wrong. Nobody logs in.
  ///
  /// @param line as the site says
  /// @param message as for [#answersPlain]
  /// @param within for each connection
  /// @return empty where the connection can be used
  public Optional<LineFault> look(TcpTransport line, byte[] message, Duration within) {
    try {
      line.open(within);
      if (line.isEncrypted()) {
        // In TLS 1.3 a far end refuses the station's certificate after the handshake.
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

  /// Whether it answers the first message of TLS with a record of TLS.
  public boolean encrypts(Duration within) {
    try {
      return answer(clientHello(), within).filter(EncryptionProbe::isTls).isPresent();
    } catch (IOException | GeneralSecurityException _) {
      return false;
    }
  }

  /// The first bytes that it answers to a message without encryption; empty where it answers
  /// nothing, or in TLS.
  ///
  /// @param message changes nothing at the far end, and holds no secret
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
