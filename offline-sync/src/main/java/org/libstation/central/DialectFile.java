package org.libstation.central;

import java.util.List;

/// A file that describes how one central system behaves, with the files it is based on. Its values
/// are not checked yet.
public interface DialectFile {
  String name();

  /// Reads all switches. Each value comes from the first file that has it.
  ///
  /// @param kind record whose component names, with dashes, are the keys; it refuses an impossible
  ///   value by a [WrongSettingException]
  <R extends Record> R switches(Class<R> kind);

  /// Reads the items of a list from all the files. A file's own items come before those of the file
  /// it is based on.
  <R extends Record> List<R> items(String list, Class<R> kind);
}
