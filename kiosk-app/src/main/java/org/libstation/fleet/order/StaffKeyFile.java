package org.libstation.fleet.order;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.libstation.file.BoundedFile;
import org.libstation.policy.SignedPolicy;

/// The key file of a member of staff, readable by its owner alone. It holds the private half in PEM
/// (PKCS #8, as OpenSSL reads it; with a passphrase PBES2: PBKDF2 with HMAC-SHA-256, AES-256), then
/// the public half. Beside it lie the number of its last order (`.number`) and a log of its orders
/// (`.log`).
///
/// @param fingerprint by which stations know the key
/// @param line the public half, as in `fleet.staff-keys`
public record StaffKeyFile(Path path, PrivateKey key, String fingerprint, String line) {
  private static final String KIND = "ENCRYPTED PRIVATE KEY";
  private static final String CIPHER = "PBEWithHmacSHA256AndAES_256";

  /// Iterations that OWASP recommends for PBKDF2 with HMAC-SHA-256, 2023.
  private static final int TURNS = 600_000;

  private static final int BLOCK_BYTES = 16;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /// Path and fingerprint, never the key.
  @Override
  public String toString() {
    return path + " (" + fingerprint + ")";
  }

  /// Makes a key pair and its file.
  ///
  /// @param passphrase empty = only the file's permissions protect the key
  /// @throws IOException when the file exists already, or cannot be written
  public static StaffKeyFile make(Path file, char[] passphrase, SecureRandom random)
      throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] plain = pair.getPrivate().getEncoded();
    String text =
        (passphrase.length == 0
                ? pem("PRIVATE KEY", plain)
                : pem(KIND, locked(plain, passphrase, random)))
            + pem("PUBLIC KEY", pair.getPublic().getEncoded());
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS));
    Files.writeString(file, text);
    return of(file, pair.getPrivate(), pair.getPublic());
  }

  private static StaffKeyFile of(Path file, PrivateKey key, PublicKey open) {
    return new StaffKeyFile(
        file,
        key,
        OrderCover.fingerprint(open),
        Base64.getEncoder().encodeToString(open.getEncoded()));
  }

  private static String pem(String kind, byte[] bytes) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind);
  }

  private static byte[] locked(byte[] plain, char[] passphrase, SecureRandom random)
      throws GeneralSecurityException, IOException {
    byte[] salt = new byte[BLOCK_BYTES];
    byte[] start = new byte[BLOCK_BYTES];
    random.nextBytes(salt);
    random.nextBytes(start);
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(CIPHER).generateSecret(new PBEKeySpec(passphrase)),
        new PBEParameterSpec(salt, TURNS, new IvParameterSpec(start)));
    AlgorithmParameters named = AlgorithmParameters.getInstance("PBES2");
    named.init(cipher.getParameters().getEncoded());
    return new EncryptedPrivateKeyInfo(named, cipher.doFinal(plain)).getEncoded();
  }

  /// Reads a key file.
  ///
  /// @param passphrase called if the key has one
  /// @throws IOException when the file cannot be used; the message says why, without the content
  public static StaffKeyFile read(Path file, Supplier<char[]> passphrase) throws IOException {
    if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(file + ": others can read or change it; chmod 600, or make a new key");
    }
    String text = BoundedFile.text(file);
    try {
      PublicKey open = SignedPolicy.publicKey(text);
      PrivateKey key =
          text.contains("BEGIN " + KIND)
              ? opened(text, passphrase.get())
              : SignedPolicy.privateKey(text);
      return of(file, key, open);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static PrivateKey opened(String text, char[] passphrase) throws IOException {
    String body =
        text.substring(text.indexOf(KIND + "-----") + KIND.length() + 5, text.indexOf("-----END"));
    try {
      EncryptedPrivateKeyInfo info =
          new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(body));
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(CIPHER).generateSecret(new PBEKeySpec(passphrase)),
          info.getAlgParameters());
      return KeyFactory.getInstance("Ed25519").generatePrivate(info.getKeySpec(cipher));
    } catch (GeneralSecurityException e) {
      throw new IOException("the passphrase does not open the key", e);
    }
  }

  /// Number of the next order. It only grows, also after the clock was set back.
  ///
  /// @throws IOException when it cannot be kept; then no order may be sent
  public long next(Instant now) throws IOException {
    Path file = beside(".number");
    long last = 0;
    try {
      last = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (NumberFormatException _) {
      // The clock is ahead of any number that stood there.
    }
    long next = Math.max(last + 1, now.toEpochMilli());
    Files.writeString(file, next + "\n");
    return next;
  }

  /// Appends a line to the log beside the key.
  public void log(Instant at, String line) throws IOException {
    Files.writeString(
        beside(".log"),
        at + " " + line + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private Path beside(String end) {
    return path.resolveSibling(path.getFileName() + end);
  }
}
