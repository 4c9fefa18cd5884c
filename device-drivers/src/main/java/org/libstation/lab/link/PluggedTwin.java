package org.libstation.lab.link;

/// A twin at the far end of a line of this computer: it can be pulled out and put in again.
public interface PluggedTwin extends AutoCloseable {

  /// What stands behind the scheme of the address that a driver opens: a path, or host and port.
  String place();

  /// Pulls the plug, in the middle of whatever it does.
  void unplug();

  boolean plugged();

  /// Plugs it in again; nothing happens when it is.
  void plug();

  @Override
  void close();
}
