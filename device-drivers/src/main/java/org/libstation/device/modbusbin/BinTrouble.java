package org.libstation.device.modbusbin;

/// A trouble of a drop that needs a person.
///
/// @param code short and stable
/// @param reason words for a technician
record BinTrouble(String code, String reason) {}
