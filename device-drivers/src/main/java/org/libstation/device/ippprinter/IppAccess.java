package org.libstation.device.ippprinter;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.SecretFile;
import org.libstation.device.driver.SecretFile.NotToBeHadException;

/// How the station talks to a print server: which certificates it trusts and which user it prints
/// as. It never falls back to an unencrypted line. If the server is not trusted, the connection
/// ends before anything is sent.
///
/// @param tls trusted certificates; empty if the line is not encrypted
/// @param login name of the line in [#FILE] with user and password; empty text for none
record IppAccess(Optional<SSLContext> tls, SecretFile secrets, String login) {
  /// File with lines `name: user password`.
  static final String FILE = "printers.keys";

  private static final String LOOPBACK = "localhost|127\\.[0-9.]+|\\[::1\\]";

  static IppAccess of(DriverSetup setup) {
    DriverOptions options = setup.options();
    boolean encrypted = options.flag("tls", false);
    String authority = options.text("authority", "");
    String pinned = options.text("pinned", "").replace(":", "").toLowerCase(Locale.ROOT);
    if (!encrypted && !(authority + pinned).isEmpty()) {
      throw options.wrong("tls", "true, where authority or pinned is set");
    }
    if ((!authority.isEmpty() && !pinned.isEmpty()) || !pinned.matches("([0-9a-f]{64})?")) {
      throw options.wrong("pinned", "a SHA-256 of 64 hex digits, or authority, not both");
    }
    String login = options.text("login", "");
    String host = setup.address().place().replaceFirst(":[0-9]*$", "");
    if (!login.isEmpty() && !encrypted && !host.matches(LOOPBACK)) {
      throw options.wrong(
          "login", "none without tls: a password does not go over a network as text");
    }
    SecretFile secrets = new SecretFile(setup.sheets(), FILE);
    IppAccess access =
        new IppAccess(
            encrypted ? Optional.of(context(setup, authority, pinned)) : Optional.empty(),
            secrets,
            login);
    if (!login.isEmpty()) {
      try {
        Arrays.fill(access.credentials(), (byte) 0);
      } catch (NotToBeHadException e) {
        throw options.wrong("login", e.expected());
      }
    }
    return access;
  }

  private static SSLContext context(DriverSetup setup, String authority, String pinned) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust(setup, authority, pinned), null);
      return context;
    } catch (IOException | GeneralSecurityException _) {
      throw setup
          .options()
          .wrong("authority", "a file with certificates in PEM, in the site's folder devices");
    }
  }

  private static TrustManager[] trust(DriverSetup setup, String authority, String pinned)
      throws IOException, GeneralSecurityException {
    if (!pinned.isEmpty()) {
      return new TrustManager[] {new PrinterCertificateTrust(HexFormat.of().parseHex(pinned))};
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(authority.isEmpty() ? null : anchors(setup, authority));
    return factory.getTrustManagers();
  }

  private static KeyStore anchors(DriverSetup setup, String authority)
      throws IOException, GeneralSecurityException {
    Path folder = setup.sheets().folder().orElse(Path.of(""));
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    try (InputStream in = Files.newInputStream(folder.resolve(authority))) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        anchors.setCertificateEntry("authority-" + anchors.size(), each);
      }
    }
    if (anchors.size() == 0) {
      throw new CertificateException("no certificate");
    }
    return anchors;
  }

  HttpClient.Builder apply(HttpClient.Builder http) {
    if (tls.isEmpty()) {
      return http;
    }
    SSLParameters parameters = new SSLParameters();
    // No older version, whatever the computer's own policy allows.
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return http.sslContext(tls.get()).sslParameters(parameters);
  }

  /// Adds user and password by the Basic scheme (RFC 7617). If the secret can no longer be read,
  /// the request has none; the server then asks for it.
  HttpRequest.Builder apply(HttpRequest.Builder request) {
    if (!login.isEmpty()) {
      try {
        byte[] both = credentials();
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        Arrays.fill(both, (byte) 0);
      } catch (NotToBeHadException _) {
        return request;
      }
    }
    return request;
  }

  /// Returns `user:password`; the caller must erase it.
  private byte[] credentials() throws NotToBeHadException {
    byte[] both = secrets.value(login);
    for (int at = 0; at < both.length; at++) {
      if (both[at] == ' ') {
        both[at] = ':';
        return both;
      }
    }
    Arrays.fill(both, (byte) 0);
    throw new NotToBeHadException(
        "user and password with a space between, behind this name in " + secrets.place());
  }

  @Override
  public String toString() {
    return tls.isPresent() ? "encrypted" : "plain";
  }

  /// Trusts one certificate and no other.
  private static final class PrinterCertificateTrust extends X509ExtendedTrustManager {
    private final byte[] sha256;

    PrinterCertificateTrust(byte[] sha256) {
      this.sha256 = sha256;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
      try {
        byte[] shown = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
        if (!MessageDigest.isEqual(shown, sha256)) {
          throw new CertificateException("it shows another certificate than the pinned one");
        }
      } catch (java.security.NoSuchAlgorithmException impossible) {
        throw new CertificateException(impossible);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
        throws CertificateException {
      throw new CertificateException("a station serves nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("a station serves nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("a station serves nobody");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
