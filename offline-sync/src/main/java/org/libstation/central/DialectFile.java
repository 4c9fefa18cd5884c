package org.libstation.central;

import java.util.List;

/// A file of habits of one central system, with the files it is based on; not judged yet.
public interface DialectFile {
  String name();

  /// All switches; each as it stands in the first file that has it.
  ///
  /// @param kind its components, with dashes, are the keys; whatever cannot be, it refuses by a
  ///   [WrongSettingException]
  <R extends Record> R switches(Class<R> kind);

  /// The items of a list in all the files, a file's own before those of the one it is based on.
  <R extends Record> List<R> items(String list, Class<R> kind);
}
