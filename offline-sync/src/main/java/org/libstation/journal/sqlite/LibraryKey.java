package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.libstation.file.BoundedFile;
import org.libstation.journal.JournalException;

/// A public key of the library: the recovery key, or the one to which cards are exported. It is an
/// RSA key of at least 3072 bits. Its private half is kept away from the station.
///
/// [#createPair] makes one, and so does OpenSSL: `openssl genpkey -algorithm RSA -pkeyopt
/// rsa_keygen_bits:3072 -out private.pem; openssl pkey -in private.pem -pubout -out public.pem`.
///
/// @param id the first 16 hex digits of the SHA-256 of the key's SubjectPublicKeyInfo
public record LibraryKey(RSAPublicKey key, String id) {
  /// Shortest key in bits, for a security strength of 128 bits (NIST SP 800-57 part 1, table 2).
  public static final int LEAST_BITS = 3072;

  private static final String PUBLIC = "PUBLIC KEY";
  private static final String PRIVATE = "PRIVATE KEY";

  /// Reads a SubjectPublicKeyInfo PEM file (RFC 7468, 13).
  ///
  /// @throws JournalException KEY, naming the file and what was expected
  public static LibraryKey read(Path pem) {
    try {
      return of(
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(pem, PUBLIC))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY, pem + ": expected an RSA public key in PEM form", e);
    }
  }

  /// Reads an unencrypted PKCS #8 PEM file (RFC 7468, 10).
  ///
  /// @throws JournalException KEY, naming the file and what was expected
  public static PrivateKey readPrivate(Path pem) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(der(pem, PRIVATE)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY,
          pem + ": expected an RSA private key in PEM form (PKCS #8, not encrypted)",
          e);
    }
  }

  /// Makes a new pair and writes both files. Only the owner can read the private one.
  ///
  /// @throws JournalException KEY if one of the files exists already or cannot be written
  public static LibraryKey createPair(Path publicPem, Path privatePem, SecureRandom random) {
    LibraryKeyPair made = pair(random);
    try {
      made.writePrivate(privatePem);
      Files.writeString(publicPem, made.publicPem(), StandardOpenOption.CREATE_NEW);
      return made.key();
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY, "no key pair could be made beside " + publicPem, e);
    }
  }

  /// A new pair that is not on any disk yet.
  ///
  /// @param privatePem opens each card that is sealed for [#key]
  public record LibraryKeyPair(LibraryKey key, String publicPem, String privatePem) {

    /// Writes the public half into a new file that everyone may read; it is on the disk when this
    /// returns.
    public void writePublic(Path file) throws IOException {
      write(file, "rw-r--r--", publicPem);
    }

    /// Writes the private half into a new file that only its owner may read; it is on the disk when
    /// this returns. An incomplete file is deleted.
    public void writePrivate(Path file) throws IOException {
      boolean there = Files.exists(file);
      try {
        write(file, "rw-------", privatePem);
      } catch (IOException e) {
        if (!there) {
          remove(file);
        }
        throw e;
      }
    }

    private static void remove(Path file) {
      try {
        boolean _ = Files.deleteIfExists(file);
      } catch (IOException _) {
        // For example, a USB stick was pulled out, so the file is gone anyway.
      }
    }

    private static void write(Path file, String rights, String text) throws IOException {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
          int _ = channel.write(bytes);
        }
        channel.force(true);
      }
    }

    @Override
    public String toString() {
      return "LibraryKeyPair[" + key.id() + "]";
    }
  }

  /// Makes a pair without writing it.
  public static LibraryKeyPair pair(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(LEAST_BITS, random);
      KeyPair pair = generator.generateKeyPair();
      return new LibraryKeyPair(
          of(pair.getPublic()),
          pem(PUBLIC, pair.getPublic().getEncoded()),
          pem(PRIVATE, pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime makes RSA keys", e);
    }
  }

  /// @throws GeneralSecurityException if the key is not RSA, or shorter than [#LEAST_BITS]
  static LibraryKey of(java.security.PublicKey key) throws GeneralSecurityException {
    if (!(key instanceof RSAPublicKey rsa)) {
      throw new GeneralSecurityException("not an RSA key");
    }
    if (rsa.getModulus().bitLength() < LEAST_BITS) {
      throw new GeneralSecurityException(
          "an RSA key of " + rsa.getModulus().bitLength() + " bits is shorter than " + LEAST_BITS);
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    return new LibraryKey(rsa, HexFormat.of().formatHex(digest, 0, 8));
  }

  /// @throws JournalException KEY, with the reason, if the file cannot be read
  /// @throws IllegalArgumentException if the file has no part with this label
  private static byte[] der(Path pem, String label) {
    String text = text(pem);
    String begin = "-----BEGIN " + label + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + label + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("there is no " + begin);
    }
    return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
  }

  /// Reads any bytes as text; each byte becomes one character, so that no file is refused here.
  private static String text(Path pem) {
    try {
      return BoundedFile.text(pem, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY,
          pem + " cannot be read: " + JournalException.reason(e),
          e);
    }
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }
}
