package org.libstation.device.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsbPrintersTest {
  @TempDir Path dir;

  private void plug(String lp, String id) throws IOException {
    Files.createDirectories(dir.resolve("dev/usb"));
    Files.writeString(dir.resolve("dev/usb/" + lp), "");
    Path kernel = Files.createDirectories(dir.resolve("sys").resolve(lp).resolve("device"));
    if (!id.isEmpty()) {
      Files.writeString(kernel.resolve("ieee1284_id"), id + "\n");
    }
  }

  private UsbPrinters printers() {
    return new UsbPrinters(dir.resolve("dev"), dir.resolve("sys"));
  }

  @Test
  void each_printer_is_told_by_what_usb_says_of_it_and_page_printers_are_none_of_ours()
      throws IOException {
    plug("lp0", "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;");
    plug("lp1", "MANUFACTURER:Star;MODEL:TSP143;COMMAND SET:STAR;");
    plug("lp2", "MFG:HP;MDL:LaserJet;CMD:PJL,PCL,POSTSCRIPT;");
    plug("lp3", "");
    assertThat(printers().list()).extracting(UsbPrinters.Printer::name).hasSize(4);
    UsbPrinters.Printer epson = printers().list().getFirst();
    assertThat(epson.says()).isEqualTo("EPSON TM-T88V");
    assertThat(epson.listed().address().toString()).contains("file", "/dev/usb/lp0");
    assertThat(printers().list())
        .extracting(UsbPrinters.Printer::isStar)
        .containsExactly(false, true, false, false);
    assertThat(printers().list())
        .extracting(UsbPrinters.Printer::isPagePrinter)
        .containsExactly(false, false, true, false);
  }

  @Test
  void the_name_of_our_own_rules_goes_first_and_each_device_is_told_once() throws IOException {
    plug("lp0", "MFG:\tEPSON<script>;MDL:TM;");
    Files.createDirectories(dir.resolve("dev/libstation"));
    Files.createSymbolicLink(dir.resolve("dev/libstation/printer"), dir.resolve("dev/usb/lp0"));
    assertThat(printers().list())
        .singleElement()
        .satisfies(
            printer -> {
              assertThat(printer.name()).endsWith("libstation/printer");
              assertThat(printer.says()).isEqualTo("EPSON script  TM");
            });
  }

  @Test
  void a_computer_without_printers_has_none() {
    assertThat(printers().list()).isEmpty();
  }
}
