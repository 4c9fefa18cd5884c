package org.libstation.central.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why a connection to another machine could not be made.
public enum LineFault {
  /// The name of the host has no address.
  HOST_UNKNOWN(FaultArea.NETWORK),
  /// The host answers that no program listens on the port.
  NOBODY_LISTENS(FaultArea.NETWORK),
  NO_ROUTE(FaultArea.NETWORK),
  /// The host did not answer the request to connect.
  CONNECT_TIMED_OUT(FaultArea.NETWORK),
  /// The far end took the connection and did not answer the first message of TLS.
  HANDSHAKE_SILENT(FaultArea.NETWORK),
  /// The far end closed the connection before TLS was agreed on.
  HANDSHAKE_CLOSED(FaultArea.NETWORK),
  /// The far end refused TLS and named no certificate as the reason.
  HANDSHAKE_REFUSED(FaultArea.NETWORK),
  /// The station encrypts, and the far end answers without encryption.
  FAR_END_PLAIN(FaultArea.ENCRYPTION),
  /// The station does not encrypt, and the far end answers in TLS only.
  FAR_END_ENCRYPTS(FaultArea.ENCRYPTION),
  /// The far end's certificate leads to no trusted authority.
  CERTIFICATE_UNTRUSTED(FaultArea.CERTIFICATE),
  CERTIFICATE_OTHER_NAME(FaultArea.CERTIFICATE),
  CERTIFICATE_EXPIRED(FaultArea.CERTIFICATE),
  CERTIFICATE_NOT_YET_VALID(FaultArea.CERTIFICATE),
  /// The far end shows another certificate than the pinned one.
  CERTIFICATE_NOT_PINNED(FaultArea.CERTIFICATE),
  /// The certificate is unusable for another reason.
  CERTIFICATE_UNFIT(FaultArea.CERTIFICATE),
  /// The far end asks for a certificate of the station, which shows none.
  OWN_CERTIFICATE_MISSING(FaultArea.CERTIFICATE),
  /// The far end refuses the certificate that the station shows.
  OWN_CERTIFICATE_REFUSED(FaultArea.CERTIFICATE),
  /// The connection broke for another reason.
  BROKEN(FaultArea.NETWORK);

  /// Where a technician looks first.
  public enum FaultArea {
    NETWORK,
    /// One end encrypts and the other does not.
    ENCRYPTION,
    CERTIFICATE
  }

  /// TLS alerts by which a far end refuses a client's certificate (RFC 8446, section 6).
  private static final List<String> OWN_REFUSED =
      List.of(
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied");

  private final FaultArea side;

  LineFault(FaultArea side) {
    this.side = side;
  }

  public FaultArea side() {
    return side;
  }

  /// A failure whose reason the throwing code already knows.
  static final class LineException extends IOException {
    private static final long serialVersionUID = 1;
    private final LineFault fault;

    LineException(LineFault fault, @Nullable String message) {
      super(message);
      this.fault = fault;
    }
  }

  /// Finds the fault behind an exception and its causes.
  ///
  /// @return [#BROKEN] if nothing more exact is known
  public static LineFault of(Throwable failed) {
    List<Throwable> chain =
        Stream.iterate(failed, each -> each != null, Throwable::getCause).toList();
    // The deepest cause is the most exact one.
    return chain.reversed().stream()
        .map(LineFault::exactly)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(BROKEN);
  }

  private static Optional<LineFault> exactly(Throwable each) {
    String said = String.valueOf(each.getMessage());
    return switch (each) {
      case LineException known -> Optional.of(known.fault);
      case UnknownHostException _, UnresolvedAddressException _ -> Optional.of(HOST_UNKNOWN);
      case NoRouteToHostException _ -> Optional.of(NO_ROUTE);
      case SocketTimeoutException _ -> Optional.of(CONNECT_TIMED_OUT);
      case ConnectException _ -> Optional.of(unconnected(said));
      case CertificateExpiredException _ -> Optional.of(CERTIFICATE_EXPIRED);
      case CertificateNotYetValidException _ -> Optional.of(CERTIFICATE_NOT_YET_VALID);
      case TlsTrust.NotPinnedException _ -> Optional.of(CERTIFICATE_NOT_PINNED);
      case CertPathBuilderException _ -> Optional.of(CERTIFICATE_UNTRUSTED);
      case CertificateException _ when said.startsWith("No ") ->
          Optional.of(CERTIFICATE_OTHER_NAME);
      case CertificateException _ -> Optional.of(CERTIFICATE_UNFIT);
      case SSLException _ -> refused(said);
      default -> Optional.empty();
    };
  }

  private static LineFault unconnected(String said) {
    return said.contains("timed out")
        ? CONNECT_TIMED_OUT
        : said.contains("refused") ? NOBODY_LISTENS : NO_ROUTE;
  }

  private static Optional<LineFault> refused(String said) {
    if (said.contains("SSL message") || said.contains("SSL/TLS record")) {
      return Optional.of(FAR_END_PLAIN);
    }
    if (said.contains("timed out")) {
      return Optional.of(HANDSHAKE_SILENT);
    }
    if (!said.contains("fatal alert")) {
      return Optional.empty();
    }
    return Optional.of(
        said.contains("certificate_required")
            ? OWN_CERTIFICATE_MISSING
            : OWN_REFUSED.stream().anyMatch(said::contains)
                ? OWN_CERTIFICATE_REFUSED
                : HANDSHAKE_REFUSED);
  }
}
