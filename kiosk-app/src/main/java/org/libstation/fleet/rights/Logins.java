package org.libstation.fleet.rights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.libstation.device.driver.SecretFile;
import org.libstation.file.DurableFiles;

/// Keeps one file with name and password for each user, in the form of a station's `fleet.login`.
/// An existing file stays; to get a new password, remove the file.
public final class Logins {
  private static final int SECRET_BYTES = 24;
  private static final String END = ".login";

  private final Path folder;
  private final Path salts;
  private final RandomGenerator random;

  /// @param to folder of the broker's files; the logins lie in a subfolder
  /// @param random must be cryptographically secure
  public Logins(Path to, RandomGenerator random) {
    this.folder = to.resolve("logins");
    this.salts = folder.resolve("salts");
    this.random = random;
  }

  /// Returns the user's password; makes one if there is none.
  ///
  /// @throws IOException also when the existing file is no login of this user; the message says
  ///   what was expected
  public byte[] password(String user) throws IOException {
    Path file = folder.resolve(user + END);
    if (!Files.exists(file)) {
      write(file, "name: " + user + "\npassword: " + secret() + "\n");
    }
    try {
      SecretFile login = SecretFile.at(file, file.toString());
      if (!new String(login.value("name"), StandardCharsets.UTF_8).equals(user)) {
        throw new IOException(file + " does not belong to " + user);
      }
      return login.value("password");
    } catch (SecretFile.NotToBeHadException e) {
      throw new IOException("expected " + e.expected(), e);
    }
  }

  /// Returns a salt for this password. It is unpredictable but always the same, so that a second
  /// run writes the same files.
  byte[] salt(String user, byte[] password, int length) throws IOException {
    if (!Files.exists(salts)) {
      write(salts, secret() + "\n");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Files.readAllBytes(salts), "HmacSHA256"));
      mac.update((user + "\n").getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(password), length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Names of users who have a login but no longer any rights.
  public List<String> left(Rights rights) throws IOException {
    TreeSet<String> left = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        all.map(each -> String.valueOf(each.getFileName()))
            .filter(each -> each.endsWith(END))
            .forEach(each -> left.add(each.substring(0, each.length() - END.length())));
      }
    }
    rights.users().forEach(user -> left.remove(user.name()));
    return List.copyOf(left);
  }

  private String secret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private static void write(Path file, String text) throws IOException {
    DurableFiles.write(file, text, WrittenFiles.OWNERS);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
