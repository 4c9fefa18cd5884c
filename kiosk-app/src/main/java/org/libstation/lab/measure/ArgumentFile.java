package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The argument file that the built program is started by (`java @FILE`), one option a line.
///
/// @param path as `libstation.args` names it
public record ArgumentFile(Path path) {
  private static final String CACHE = "-XX:AOTCache=";
  private static final String OWN_NAME = "-Dlibstation.args=";

  /// Starts use this ahead-of-time cache from now on.
  public void use(Path cache) throws IOException {
    write(
        path,
        Stream.concat(withoutCache().stream(), Stream.of(CACHE + "\"" + cache + "\"")).toList());
  }

  /// Starts use none from now on.
  public void useNone() throws IOException {
    write(path, withoutCache());
  }

  /// Writes one beside which no cache is used, also by a process that the started one starts:
  /// recording another, and choosing one by `JDK_JAVA_OPTIONS`, end a virtual machine that is told
  /// of one by its argument file.
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
    // A start at the same moment reads the old file or the new one.
    Path fresh = to.resolveSibling(to.getFileName() + ".new");
    Files.writeString(
        fresh,
        lines.stream().collect(Collectors.joining("\n", "", "\n")),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
