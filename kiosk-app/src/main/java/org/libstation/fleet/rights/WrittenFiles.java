package org.libstation.fleet.rights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.libstation.file.DurableFiles;
import org.libstation.fleet.WholeFile;

/// Writes files repeatedly, without overwriting changes made by others. `written.properties` keeps
/// the checksum of each file as last written.
///
/// @param folder where the files lie
public record WrittenFiles(Path folder) {
  static final FileAttribute<Set<PosixFilePermission>> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /// Finds files that others wrote or changed.
  ///
  /// @param files texts by name
  /// @return names of existing files that differ from what was last written
  public List<String> foreign(Map<String, String> files) throws IOException {
    Properties ours = list().read();
    List<String> foreign = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (Files.exists(path)) {
        String there = sum(Files.readAllBytes(path));
        if (!there.equals(ours.getProperty(file.getKey()))
            && !there.equals(sum(bytes(file.getValue())))) {
          foreign.add(file.getKey());
        }
      }
    }
    return foreign;
  }

  /// Writes each file whose content differs. Each file is either the old or the new one, never
  /// partly written.
  ///
  /// @return names of the files that changed
  public List<String> write(Map<String, String> files) throws IOException {
    Properties ours = list().read();
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      byte[] text = bytes(file.getValue());
      if (!Files.exists(path) || !sum(Files.readAllBytes(path)).equals(sum(text))) {
        DurableFiles.write(path, text, OWNERS);
        changed.add(file.getKey());
      }
      ours.setProperty(file.getKey(), sum(text));
    }
    list().write(ours);
    return changed;
  }

  private WholeFile list() {
    return new WholeFile(folder.resolve("written.properties"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
