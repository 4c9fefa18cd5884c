package org.libstation.lab.release;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.site.SiteProblem;

/// The libraries of a release, from the CycloneDX file that packaging writes.
///
/// @param file name of the file, without its folder
/// @param libraries all components except our own archives
public record PartsList(String file, Set<MavenComponent> libraries) {
  private static final String OURS = "org.libstation";

  public PartsList {
    libraries = Set.copyOf(libraries);
  }

  /// @throws SiteProblem when the file is no CycloneDX list of libraries
  public static PartsList read(Path file) {
    JsonTree list = JsonTree.read(file);
    Set<MavenComponent> libraries = new TreeSet<>();
    for (JsonTree component : list.rows("components")) {
      MavenComponent.ofPurl(component.text("purl"))
          .filter(library -> !library.group().equals(OURS))
          .ifPresent(libraries::add);
    }
    if (!list.text("bomFormat").equals("CycloneDX") || libraries.isEmpty()) {
      throw new SiteProblem(file + ": expected a CycloneDX file that names Maven libraries");
    }
    return new PartsList(name(file), libraries);
  }

  static String name(Path file) {
    return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
  }

  /// Our version of a library, if we have it in another version than the one asked for.
  Optional<MavenComponent> otherVersion(MavenComponent asked) {
    return libraries.contains(asked)
        ? Optional.empty()
        : libraries.stream().filter(each -> each.module().equals(asked.module())).findFirst();
  }
}
