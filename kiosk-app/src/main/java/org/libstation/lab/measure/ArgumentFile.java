package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The argument file that starts the built program (`java @FILE`), with one option on each line.
///
/// @param path as `libstation.args` names it
public record ArgumentFile(Path path) {
  private static final String CACHE = "-XX:AOTCache=";
  private static final String OWN_NAME = "-Dlibstation.args=";

  /// Makes later starts use this ahead-of-time cache.
  public void use(Path cache) throws IOException {
    write(
        path,
        Stream.concat(withoutCache().stream(), Stream.of(CACHE + "\"" + cache + "\"")).toList());
  }

  /// Makes later starts use no cache.
  public void useNone() throws IOException {
    write(path, withoutCache());
  }

  /// Writes a copy that uses no cache, also for processes that the started one starts. A virtual
  /// machine whose argument file names a cache ends if it is to record another, or if
  /// `JDK_JAVA_OPTIONS` names one.
  ///
  /// @param to a file that is written anew
  public ArgumentFile plainCopy(Path to) throws IOException {
    Path named = to.toAbsolutePath();
    write(
        named,
        withoutCache().stream()
            .map(line -> line.startsWith(OWN_NAME) ? OWN_NAME + "\"" + named + "\"" : line)
            .toList());
    return new ArgumentFile(named);
  }

  private List<String> withoutCache() throws IOException {
    return Files.readAllLines(path).stream().filter(line -> !line.startsWith(CACHE)).toList();
  }

  private static void write(Path to, List<String> lines) throws IOException {
    // A start at the same moment reads either the old file or the new one.
    Path fresh = to.resolveSibling(to.getFileName() + ".new");
    Files.writeString(
        fresh,
        lines.stream().collect(Collectors.joining("\n", "", "\n")),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
