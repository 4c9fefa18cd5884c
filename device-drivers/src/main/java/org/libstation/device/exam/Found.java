package org.libstation.device.exam;

/// One thing an examination found.
///
/// @param count how often it was seen; 0 where that says nothing
/// @param of of how many questions, tags or scans; 0 where that says nothing
/// @param detail what the device itself said, as data: a status, an identifier, a value; never what
///   was scanned and never the content of a tag
public record Found(DeviceFault fault, int count, int of, String detail) {

  public static Found of(DeviceFault fault) {
    return new Found(fault, 0, 0, "");
  }

  public static Found of(DeviceFault fault, String detail) {
    return new Found(fault, 0, 0, detail);
  }
}
