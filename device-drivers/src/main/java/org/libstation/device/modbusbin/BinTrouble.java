package org.libstation.device.modbusbin;

/// Something about a drop that needs a hand.
///
/// @param code short and stable
/// @param reason for a technician
record BinTrouble(String code, String reason) {}
