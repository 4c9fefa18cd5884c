package org.libstation.site;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Hashes a PIN for the settings with PBKDF2 and HMAC-SHA-256 (RFC 8018). The hash is slow on
/// purpose, because there are few possible PINs to try.
///
/// Form: `pbkdf2-sha256$ITERATIONS$SALT$KEY`, salt and key in Base64 without padding.
public final class PinHash {
  /// Takes a tenth to a third of a second on a small machine.
  static final int ITERATIONS = 600_000;

  private static final int LEAST = 100_000;
  private static final int MOST = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BITS = 256;
  private static final Pattern FORM =
      Pattern.compile("pbkdf2-sha256\\$([0-9]{6,8})\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

  private PinHash() {}

  /// Hashes a PIN with a new salt.
  public static String of(String pin, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "pbkdf2-sha256$%d$%s$%s"
        .formatted(
            ITERATIONS,
            text.encodeToString(salt),
            text.encodeToString(derived(pin, salt, ITERATIONS)));
  }

  /// Whether a setting is a hash rather than a plain PIN.
  public static boolean isHash(String setting) {
    Matcher form = FORM.matcher(setting);
    return form.matches()
        && Integer.parseInt(form.group(1)) >= LEAST
        && Integer.parseInt(form.group(1)) <= MOST;
  }

  /// Whether a PIN matches a setting. The time taken does not reveal how many digits were right.
  ///
  /// @param setting a hash, or a plain PIN
  public static boolean fits(String setting, String pin) {
    Matcher form = FORM.matcher(setting);
    if (!form.matches()) {
      return MessageDigest.isEqual(
          setting.getBytes(StandardCharsets.UTF_8), pin.getBytes(StandardCharsets.UTF_8));
    }
    if (pin.isEmpty()) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(form.group(2));
    byte[] kept = Base64.getDecoder().decode(form.group(3));
    return MessageDigest.isEqual(kept, derived(pin, salt, Integer.parseInt(form.group(1))));
  }

  private static byte[] derived(String pin, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, KEY_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
