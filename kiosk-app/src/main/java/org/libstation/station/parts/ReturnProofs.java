package org.libstation.station.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.libstation.file.BoundedFile;
import org.libstation.file.DurableFiles;
import org.libstation.policy.SignedPolicy;
import org.libstation.returnproof.ReturnProof;
import org.libstation.returnproof.ReturnStatement;
import org.libstation.returnproof.ReturnStatement.HandedOver;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.station.ProofOfReturn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs receipts of returns with the site's Ed25519 key, or with the station's own, made at its
/// first start.
public final class ReturnProofs implements ProofOfReturn {
  /// File name of the private key that the station makes.
  static final String PRIVATE_KEY = "returns-private.pem";

  static final String PUBLIC_KEY = "returns-public.pem";

  private static final Logger log = LoggerFactory.getLogger(ReturnProofs.class);

  private final PrivateKey privateKey;
  private final PublicKey publicKey;
  private final String mode;

  private ReturnProofs(PrivateKey privateKey, PublicKey publicKey, String mode) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.mode = mode;
  }

  /// @throws SiteProblem if a key cannot be read or made
  public static ProofOfReturn of(StationSettings settings, Path site) {
    if (!settings.returnProof().printed()) {
      return ProofOfReturn.NONE;
    }
    Path keys = site.resolve(settings.data()).resolve("keys");
    Path own = keys.resolve(PRIVATE_KEY);
    String named = settings.returnProof().key();
    Path privateFile = named.isEmpty() ? own : site.resolve(named);
    Path publicFile =
        named.isEmpty()
            ? keys.resolve(PUBLIC_KEY)
            : site.resolve(settings.returnProof().publicKey());
    if (named.isEmpty() && !Files.exists(own)) {
      make(keys);
    }
    // A demo or training station marks its signatures, because they must prove nothing.
    String mode = settings.mode() == StationSettings.Mode.LIVE ? "" : settings.mode().name() + ": ";
    return new ReturnProofs(
        read(privateFile, SignedPolicy::privateKey),
        read(publicFile, SignedPolicy::publicKey),
        mode);
  }

  @Override
  public List<String> of(String station, List<HandedOver> returns) {
    List<String> codes = new ArrayList<>();
    for (int from = 0; from < returns.size(); from += ReturnStatement.MOST) {
      List<HandedOver> some =
          returns.subList(from, Math.min(returns.size(), from + ReturnStatement.MOST));
      try {
        codes.add(
            ReturnProof.sign(new ReturnStatement(mode + station, some), privateKey, publicKey));
      } catch (IllegalArgumentException e) {
        // For example, a barcode that contains blanks. The receipt is printed without this code.
        log.warn("a proof of return could not be made: {}", e.getMessage());
      }
    }
    return codes;
  }

  private interface PemReader<K> {
    K of(String pem);
  }

  private static <K> K read(Path file, PemReader<K> reader) {
    try {
      return reader.of(BoundedFile.text(file));
    } catch (IOException e) {
      throw new SiteProblem(file + " cannot be read: " + BoundedFile.why(e));
    } catch (IllegalArgumentException e) {
      throw new SiteProblem(file + ": " + e.getMessage());
    }
  }

  private static void make(Path keys) {
    try {
      Files.createDirectories(keys);
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      write(keys.resolve(PUBLIC_KEY), "PUBLIC KEY", pair.getPublic().getEncoded(), "rw-r--r--");
      // Written last: if this file exists, the public half does too.
      write(keys.resolve(PRIVATE_KEY), "PRIVATE KEY", pair.getPrivate().getEncoded(), "rw-------");
    } catch (IOException | GeneralSecurityException e) {
      throw new SiteProblem(
          "a key for proofs of return cannot be made in " + keys + ": " + e.getMessage());
    }
  }

  private static void write(Path file, String what, byte[] der, String who) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    DurableFiles.write(
        file,
        "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(who)));
  }
}
