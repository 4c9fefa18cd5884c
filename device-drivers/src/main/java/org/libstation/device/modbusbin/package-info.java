/// Driver for book-drop sensors on one Modbus RTU bus; see README.md here. What a fill level or a
/// return means for the visit is decided elsewhere, in the flow.
///
/// ModbusBinSensor asks through ModbusMaster, which sends ModbusRequest and reads ModbusReply in
/// frames that RtuParser finds. InputModule and LevelSensor are register maps from sheets.
/// DropInputs, LevelWatch and OutputDuty interpret the answers and decide what to set; BusTiming
/// calculates how often the inputs are read. [ModbusSetup] prepares new modules for a bus.
/// [BinTwin] is the simulated drop.
@NullMarked
package org.libstation.device.modbusbin;

import org.jspecify.annotations.NullMarked;
