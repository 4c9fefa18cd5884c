package org.libstation.lab.link;

/// A twin at the far end of a line of this computer. It can be unplugged and plugged in again.
public interface PluggedTwin extends AutoCloseable {

  /// The part after the scheme in the address that a driver opens: a path, or host and port.
  String place();

  /// Pulls the plug, even in the middle of work.
  void unplug();

  boolean plugged();

  /// Plugs the twin in again. Does nothing if it is plugged in.
  void plug();

  @Override
  void close();
}
