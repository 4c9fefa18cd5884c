/// The sensors and the flap lock of a book drop, on one Modbus RTU bus.
///
/// The flow: [ModbusBinSensor] steps; [ModbusMaster] sends a [ModbusRequest] and gets a
/// [ModbusReply] that [RtuParser] found in what came back; [DropEye] makes passages and jams of the
/// photo-eye, [FillGauge] a fill level of distances. At the far end [BinTwin] plays both slaves.
@NullMarked
package org.libstation.device.modbusbin;

import org.jspecify.annotations.NullMarked;
