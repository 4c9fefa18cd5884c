/// Book-drop sensors on one Modbus RTU bus; see README.md here.
///
/// The flow: ModbusBinSensor asks through ModbusMaster, which speaks ModbusRequest and ModbusReply
/// in frames that RtuParser finds. InputModule and LevelSensor are register maps out of sheets;
/// DropInputs, LevelWatch and OutputDuty say what the answers mean and what is to be set; BusTiming
/// says how often the inputs are read. [ModbusSetup] brings new modules to a bus; [BinTwin] is the
/// far end.
@NullMarked
package org.libstation.device.modbusbin;

import org.jspecify.annotations.NullMarked;
