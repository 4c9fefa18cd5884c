package org.libstation.central.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;
import javax.net.ssl.X509ExtendedTrustManager;
import org.libstation.file.BoundedFile;

/// Which far ends an encrypted connection trusts, and which certificate the station shows.
///
/// A connection never falls back to no encryption. If the certificate does not fit, the connection
/// ends before any data is sent.
///
/// @param server which far end is trusted
/// @param own shown if the far end asks for a client certificate
public record TlsTrust(Server server, Optional<OwnCertificate> own) {

  /// Which far end is trusted.
  public sealed interface Server {
    /// The certificate's chain leads to an authority that this machine trusts, and it names the
    /// host.
    record MachinesAuthorities() implements Server {}

    /// The certificate's chain leads to a certificate in this PEM file, and it names the host.
    record Authority(Path pem) implements Server {}

    /// Exactly this certificate, regardless of its name and age.
    ///
    /// @param sha256 SHA-256 of the certificate: 64 hex digits, with or without colons between them
    record Pinned(String sha256) implements Server {
      public Pinned {
        sha256 = sha256.replace(":", "").toLowerCase(Locale.ROOT);
        if (!sha256.matches("[0-9a-f]{64}")) {
          throw new IllegalArgumentException("a SHA-256 has 64 hex digits");
        }
      }
    }
  }

  /// The certificate that the station shows, with its key.
  ///
  /// @param certificate PEM file, with the chain after the certificate
  /// @param key PEM file, PKCS#8, without a passphrase
  public record OwnCertificate(Path certificate, Path key) {}

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final char[] NO_PASSWORD = new char[0];

  /// Makes the context for connections with this trust.
  ///
  /// @throws IOException if a file cannot be read
  /// @throws GeneralSecurityException if a file holds no certificate or key; the message names the
  ///   file
  public SSLContext context() throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys(), trustFactory().getTrustManagers(), null);
    return context;
  }

  /// The trust part of [#context], for code that makes its own connections.
  ///
  /// @throws IOException as [#context]
  /// @throws GeneralSecurityException as [#context]
  public TrustManagerFactory trustFactory() throws IOException, GeneralSecurityException {
    if (server instanceof Server.Pinned(String sha256)) {
      return new OneCertificate(sha256).factory();
    }
    KeyStore anchors = null;
    if (server instanceof Server.Authority(Path pem)) {
      anchors = emptyStore();
      int number = 0;
      for (Certificate certificate : certificates(pem)) {
        anchors.setCertificateEntry("authority-" + number++, certificate);
      }
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(anchors);
    return factory;
  }

  private KeyManager[] keys() throws IOException, GeneralSecurityException {
    return keyFactory().map(KeyManagerFactory::getKeyManagers).orElseGet(() -> new KeyManager[0]);
  }

  /// The key part of [#context]; empty if the station shows no certificate.
  ///
  /// @throws IOException as [#context]
  /// @throws GeneralSecurityException as [#context]
  public Optional<KeyManagerFactory> keyFactory() throws IOException, GeneralSecurityException {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<Certificate> chain = certificates(own.get().certificate());
    PrivateKey key = key(own.get().key(), chain.getFirst().getPublicKey().getAlgorithm());
    KeyStore store = emptyStore();
    store.setKeyEntry("station", key, NO_PASSWORD, chain.toArray(new Certificate[0]));
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, NO_PASSWORD);
    return Optional.of(factory);
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static List<Certificate> certificates(Path pem)
      throws IOException, GeneralSecurityException {
    try (InputStream in =
        new ByteArrayInputStream(BoundedFile.bytes(pem, BoundedFile.MOST_BYTES))) {
      List<Certificate> certificates =
          new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (CertificateException none) {
      throw new CertificateException(pem + " holds no certificate in PEM", none);
    }
    throw new CertificateException(pem + " holds no certificate in PEM");
  }

  private static PrivateKey key(Path pem, String algorithm)
      throws IOException, GeneralSecurityException {
    Matcher matcher = KEY.matcher(BoundedFile.text(pem, StandardCharsets.ISO_8859_1));
    if (!matcher.find()) {
      throw new GeneralSecurityException(
          pem + " holds no private key in PEM (PKCS#8, 'BEGIN PRIVATE KEY', no passphrase)");
    }
    byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  /// The far end shows another certificate than the pinned one.
  static final class NotPinnedException extends CertificateException {
    private static final long serialVersionUID = 1;

    NotPinnedException(String shown) {
      super("the far end shows another certificate than the pinned one: " + shown);
    }
  }

  /// Trusts one certificate and no other.
  private static final class OneCertificate extends X509ExtendedTrustManager {
    private final byte[] sha256;

    OneCertificate(String sha256) {
      this.sha256 = HexFormat.of().parseHex(sha256);
    }

    TrustManagerFactory factory() throws GeneralSecurityException {
      TrustManager[] only = {this};
      TrustManagerFactorySpi made =
          new TrustManagerFactorySpi() {
            @Override
            protected void engineInit(KeyStore none) {}

            @Override
            protected void engineInit(ManagerFactoryParameters none) {}

            @Override
            protected TrustManager[] engineGetTrustManagers() {
              return only.clone();
            }
          };
      Provider usual = TrustManagerFactory.getInstance("PKIX").getProvider();
      TrustManagerFactory factory = new TrustManagerFactory(made, usual, "pinned") {};
      factory.init((KeyStore) null);
      return factory;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
      try {
        byte[] shown = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
        if (!MessageDigest.isEqual(shown, sha256)) {
          throw new NotPinnedException(HexFormat.of().formatHex(shown));
        }
      } catch (java.security.NoSuchAlgorithmException impossible) {
        throw new CertificateException(impossible);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException("a station serves nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
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
