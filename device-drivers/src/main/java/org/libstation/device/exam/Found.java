package org.libstation.device.exam;

/// One finding of an examination.
///
/// @param count how often it was seen; 0 if the number has no meaning
/// @param of total number of questions, tags or scans; 0 if the number has no meaning
/// @param detail what the device itself reported, as data: a status, an identifier, a value; never
///   scanned data and never the content of a tag
public record Found(DeviceFault fault, int count, int of, String detail) {

  public static Found of(DeviceFault fault) {
    return new Found(fault, 0, 0, "");
  }

  public static Found of(DeviceFault fault, String detail) {
    return new Found(fault, 0, 0, detail);
  }
}
