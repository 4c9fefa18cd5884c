package org.libstation.device.modbusbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.BinSensor;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.link.DeviceThread;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.testkit.Needs;

/// The master against pymodbus, the twin against mbpoll: neither end is ours alone.
@Tag("full")
@Timeout(300)
class ModbusForeignTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String SLAVE =
      """
      import asyncio, sys
      from pymodbus.server import StartAsyncSerialServer
      from pymodbus.datastore import (ModbusSequentialDataBlock, ModbusSparseDataBlock,
                                      ModbusSlaveContext, ModbusServerContext)
      from pymodbus.framer import FramerType
      io = ModbusSlaveContext(
          di=ModbusSequentialDataBlock(1, [1, 0, 1, 0, 0, 0, 0, 0]),
          co=ModbusSequentialDataBlock(1, [0] * 8),
          hr=ModbusSparseDataBlock({0x8001: 200}))
      laser = ModbusSlaveContext(hr=ModbusSparseDataBlock({0x35: 475}))
      context = ModbusServerContext(slaves={1: io, 0x50: laser}, single=False)
      asyncio.run(StartAsyncSerialServer(
          context=context, framer=FramerType.RTU, port=sys.argv[1], baudrate=9600))
      """;

  @TempDir Path dir;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatWasStarted() throws InterruptedException {
    for (Process process : started.reversed()) {
      process.destroy();
      process.waitFor();
    }
  }

  private Process start(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve(new File(command[0]).getName() + ".log").toFile())
            .start();
    started.add(process);
    return process;
  }

  private String output(String program) throws IOException {
    return Files.readString(dir.resolve(program + ".log"), StandardCharsets.UTF_8);
  }

  @Test
  void our_driver_works_with_the_slave_of_pymodbus() throws Exception {
    Needs.programs("socat", "python3");
    Needs.oneOf("python3-pymodbus", "/usr/lib/python3/dist-packages/pymodbus");
    Needs.oneOf("python3-serial", "/usr/lib/python3/dist-packages/serial");
    Path near = dir.resolve("near");
    Path far = dir.resolve("far");
    start("socat", "pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far);
    await().atMost(LIMIT).until(() -> Files.exists(near) && Files.exists(far));
    Path script = Files.writeString(dir.resolve("slave.py"), SLAVE);
    Process slave = start("/usr/bin/python3", script.toString(), far.toString());

    List<DeviceEvent> events = new CopyOnWriteArrayList<>();
    BinSensor sensor =
        (BinSensor)
            Drivers.create(
                "modbusbin",
                "drop",
                DeviceAddress.parse("serial:" + near + "?baud=9600"),
                Map.of(),
                DeviceClock.system(),
                events::add);
    try (DeviceThread thread = DeviceThread.start(sensor)) {
      assertThat(thread.device()).isSameAs(sensor);
      await()
          .atMost(LIMIT)
          .until(() -> sensor.health() instanceof DeviceHealth.Ready || !slave.isAlive());
      assertThat(slave.isAlive()).as(output("python3")).isTrue();
      sensor.lockFlap(1, true);
      await().atMost(LIMIT).until(() -> events.stream().anyMatch(e -> isFillLevel(e, 50)));
      await()
          .atMost(LIMIT)
          .until(() -> events.contains(new DeviceEvent.FlapLockSet("drop", 1, true, true)));
      assertThat(events)
          .contains(new DeviceEvent.DropInputsChanged("drop", true, false, true, false));
    }
  }

  private static boolean isFillLevel(DeviceEvent event, int percent) {
    return event instanceof DeviceEvent.FillLevel level && level.percent() == percent;
  }

  @Test
  void a_refusal_of_pymodbus_is_read_as_a_value() throws Exception {
    Needs.programs("socat", "python3");
    Needs.oneOf("python3-pymodbus", "/usr/lib/python3/dist-packages/pymodbus");
    Needs.oneOf("python3-serial", "/usr/lib/python3/dist-packages/serial");
    Path near = dir.resolve("near");
    Path far = dir.resolve("far");
    start("socat", "pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far);
    await().atMost(LIMIT).until(() -> Files.exists(near) && Files.exists(far));
    Path script = Files.writeString(dir.resolve("slave.py"), SLAVE);
    start("/usr/bin/python3", script.toString(), far.toString());
    DeviceAddress address = DeviceAddress.parse("serial:" + near + "?baud=9600");
    try (ModbusMaster master =
        new ModbusMaster(
            LinkOpeners.of(address).open(),
            DeviceClock.system(),
            Duration.ofMillis(300),
            Duration.ofMillis(5))) {
      ModbusRequest wrong = new ModbusRequest.Read(0x50, 3, 0x7000, 1);
      await()
          .atMost(LIMIT)
          .until(() -> master.ask(wrong).equals(Optional.of(new ModbusReply.ModbusRefusal(2))));
    }
  }

  @Test
  void mbpoll_reads_and_writes_our_twin() throws Exception {
    Needs.programs("mbpoll");
    BinTwin twin = new BinTwin();
    twin.distance(1803);
    try (PtyTwin plugged = PtyTwin.plugged(twin, 9600, Optional.of(dir.resolve("bus")))) {
      assertThat(mbpoll(plugged, "-a", "1", "-t", "1", "-r", "1", "-c", "8"))
          .containsPattern("\\[1\\]:\\s+1")
          .containsPattern("\\[2\\]:\\s+0")
          .containsPattern("\\[3\\]:\\s+1");
      assertThat(mbpoll(plugged, "-a", "80", "-t", "4", "-r", "53", "-c", "1"))
          .containsPattern("\\[53\\]:\\s+1803");
      mbpoll(plugged, "-a", "1", "-t", "0", "-r", "1", "1");
      assertThat(twin.output(0)).isTrue();
      assertThat(mbpoll(plugged, "-a", "1", "-t", "1", "-r", "2", "-c", "8"))
          .contains("Illegal data address");
    }
  }

  private String mbpoll(PtyTwin twin, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("mbpoll", "-m", "rtu", "-b", "9600"));
    command.addAll(List.of("-P", "none", "-1", "-o", "1"));
    List<String> all = List.of(arguments);
    boolean writes = all.contains("0");
    command.addAll(writes ? all.subList(0, all.size() - 1) : all);
    command.add(twin.path());
    if (writes) {
      command.add(all.getLast());
    }
    start(command.toArray(String[]::new)).waitFor();
    return output("mbpoll");
  }
}
