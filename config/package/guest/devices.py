"""The drivers themselves at devices of USB, uinput and uhid, as the user of the package."""
import fcntl, glob, os, re, select, shutil, struct, subprocess, threading, time
from machine import *


class Drivers:
    """The drivers themselves (DevicesByHand), as the user of the package."""

    def __init__(self, program="/opt/libstation/current"):
        jars = ":".join(["/vm/classes"] + sorted(glob.glob(program + "/lib/*.jar")) + sorted(glob.glob(program + "/lab/*.jar")))
        self.process = subprocess.Popen(
            ["setpriv", "--reuid=libstation", "--regid=libstation", "--init-groups", program + "/runtime/bin/java",
             "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", jars,
             "org.libstation.device.DevicesByHand"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd="/")
        self.lines, self.at = [], 0
        threading.Thread(target=self.read, daemon=True).start()
        self.expect("ready")

    def read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def do(self, line):
        # How fast keys come is not this machine's to prove.
        self.process.stdin.write(line + (" slowest=0 silence=5000\n" if " keyscanner evdev:" in line else "\n"))

    def expect(self, pattern, limit=LIMIT):
        """The next line that is so; what came before it is passed over."""
        def look():
            while self.at < len(self.lines):
                line = self.lines[self.at]
                self.at += 1
                if re.search("^" + pattern + "$", line):
                    return line
            must(self.process.poll() is None, "the drivers ended")
            return None
        try:
            return until("expected: " + pattern, look, limit)
        except NotHeld as e:
            raise NotHeld("%s; the last lines: %s" % (e, self.lines[-12:]))

    def since(self, mark, pattern):
        return [line for line in self.lines[mark:] if re.search("^" + pattern + "$", line)]

    def end(self):
        self.process.stdin.close()
        self.process.wait(LIMIT)


RULES = "/usr/lib/udev/rules.d/71-libstation.rules"


def reload_rules():
    run("udevadm", "control", "--reload")


def typing(drivers):
    """keyscanner by evdev."""
    one = Keyboard("0c2e", "Scanner", "18123B0A77")
    two = Keyboard("05e0", "Symbol", "S-2")
    beside = Keyboard("046d", "Desk", "K-1")
    for each in (one, two, beside):
        each.plug()
    must(owner(one.event()) == "root input 660", "a keyboard's file: " + owner(one.event()))
    held("keyboards of USB have a name that stays, and belong to the group input")

    drivers.do("look 31234000012342")
    drivers.expect("looking")
    time.sleep(5)

    def read():
        """As a person reads a code, and once more after a while."""
        one.type("31234000012342\n")
        time.sleep(3)
        return drivers.since(0, "found Outcome.*")

    until("found by its code", read)
    found = drivers.expect("found .*")
    must("found=Optional[Found[model=keyscanner, address=DeviceAddress[scheme=evdev, place=%s," % one.event() in found, found)
    held("setup ports finds the scanner by the code it typed, among all keyboards")

    other = Listener(one.event())
    one.type("12345\n")
    must(other.heard(10) == 6, "the other reader is deaf before anything is taken")
    drivers.do("open scanner keyscanner evdev:" + one.event())
    drivers.expect("scanner ready")
    one.type("31234000012342\n")
    drivers.expect("scanner scan 31234000012342")
    must(other.heard(10) == 0, "another reader heard what the station had taken")
    held("a scan is read and heard by nobody else (EVIOCGRAB)")

    mark = len(drivers.lines)
    ear = Listener(beside.event())
    beside.type("12345\n")
    must(ear.heard(10) == 6, "a keyboard beside it is not heard any more")
    must(not drivers.since(mark, ".* (scan|rejected).*"), "the station took a keyboard's keys")
    ear.close()
    held("a keyboard beside it is left alone")

    drivers.do("open second keyscanner evdev:" + two.event())
    drivers.expect("second ready")
    mark = len(drivers.lines)
    threads = [threading.Thread(target=lambda k=k, c=c: [k.type(c + "\n") for _ in range(3)])
               for k, c in ((one, "31234000012342"), (two, "39999000098765"))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    until("both scanners at once", lambda: drivers.since(mark, "scanner scan 31234000012342") and drivers.since(mark, "second scan 39999000098765"))
    time.sleep(3)
    must(not drivers.since(mark, ".* rejected.*"), str(drivers.since(mark, ".* rejected.*")))
    held("two scanners at once, each code whole and at its own scanner")

    mark = len(drivers.lines)
    one.type("3123400")
    one.unplug()
    drivers.expect("scanner away DS10 .*")
    one.plug()
    drivers.expect("scanner ready")
    one.type("31234000099999\n")
    drivers.expect("scanner scan 31234000099999")
    must(len(drivers.since(mark, "scanner scan .*")) == 1, "a code that was cut off was delivered")
    held("unplugged in the middle of a code: it is thrown away; plugged in again it is taken again")
    fresh = Listener(one.event())
    one.type("31234000012342\n")
    drivers.expect("scanner scan 31234000012342")
    must(fresh.heard(5) == 0, "after it was plugged in again others hear it")

    drivers.do("shut scanner")
    drivers.expect("scanner shut")
    one.type("12345\n")
    must(fresh.heard(10) == 6, "given back, it is still deaf")
    held("given back, all hear it again")
    drivers.do("shut second")
    drivers.expect("second shut")

    # As a site that gives keyboards to root alone.
    write("/etc/udev/rules.d/90-vm.rules", 'SUBSYSTEM=="input", KERNEL=="event*", GROUP="root", MODE="0600"\n')
    reload_rules()
    one.unplug(), one.plug()
    must(owner(one.event()) == "root root 600", owner(one.event()))
    drivers.do("open scanner keyscanner evdev:" + one.event())
    drivers.expect("scanner away D14 .*")
    os.remove("/etc/udev/rules.d/90-vm.rules")
    reload_rules()
    run("udevadm", "trigger", "--settle", "--action=change", "--subsystem-match=input")
    drivers.expect("scanner ready")
    held("without the right to read it D14; with the package's rule it is taken, by itself")
    drivers.do("shut scanner")
    drivers.expect("scanner shut")
    for each in (one, two, beside):
        each.unplug()


def uinput(drivers):
    """A keyboard without USB, by uinput: what a Bluetooth scanner is to the station."""
    file = os.open("/dev/uinput", os.O_WRONLY | os.O_NONBLOCK)
    fcntl.ioctl(file, 0x40045564, 1)  # UI_SET_EVBIT EV_KEY
    for key in range(1, 120):
        fcntl.ioctl(file, 0x40045565, key)
    setup = struct.pack("HHHH80sI", 5, 0x0C2E, 1, 1, b"Radio scanner", 0)
    fcntl.ioctl(file, 0x405C5503, setup)
    fcntl.ioctl(file, 0x5501)
    run("udevadm", "settle")
    event = until("the event file", lambda: next(
        ("/dev/input/" + os.path.basename(os.path.dirname(os.path.dirname(p)))
         for p in glob.glob("/sys/class/input/event*/device/name") if open(p).read().strip() == "Radio scanner"), None))
    must(owner(event) == "root input 660", owner(event))
    drivers.do("open radio keyscanner evdev:" + event)
    drivers.expect("radio ready")
    codes = dict(zip("1234567890", range(2, 12)))
    for sign in "31234000012342\n":
        for value in (1, 0):
            os.write(file, struct.pack("qqHHi", 0, 0, 1, codes.get(sign, 28), value) + struct.pack("qqHHi", 0, 0, 0, 0, 0))
        time.sleep(0.06)
    drivers.expect("radio scan 31234000012342")
    os.close(file)
    drivers.expect("radio away DS10 .*")
    held("a keyboard of uinput (bus Bluetooth): taken, read, and gone")
    drivers.do("shut radio")
    drivers.expect("radio shut")


# The HID Point of Sale Usage Tables 1.02: report 2 with byte count, AIM identifier, 56 bytes of data, the flag that more follows.
POS = bytes.fromhex(
    "058C0902A1010912A1028502150026FF00750895010501093B81029503058C09FB09FC09FD8102953809FE8202017501950109FF810295078103C0C0")


def pos_reports(code):
    pieces = [code[i:i + 56] for i in range(0, len(code), 56)]
    return [struct.pack("BB3s56sB", 2, len(p), b"]C0", p.encode(), p is not pieces[-1]) for p in pieces]


def hidraw_of(serial):
    return next(("/dev/" + os.path.basename(os.path.dirname(os.path.dirname(p))) for p in glob.glob("/sys/class/hidraw/hidraw*/device/uevent")
                 if "HID_UNIQ=" + serial in open(p).read()), None)


def pos(drivers):
    """HID-POS by hidraw, by the rule of config/udev that the page has."""
    shutil.copy("/opt/libstation/current/config/udev/70-libstation.rules", "/etc/udev/rules.d/")
    os.rename(RULES, RULES + ".away")
    os.rename("/etc/udev/rules.d/70-libstation.rules", "/etc/udev/70-libstation.away")
    reload_rules()
    scanner = Hid("0c2e", "Pos", "18123B0A79", POS, 62, protocol="0", subclass="0")
    scanner.plug()
    raw = settled("hidraw", lambda: hidraw_of("18123B0A79"))
    must(owner(raw) == "root root 600", owner(raw))
    drivers.do("open pos keyscanner hidraw:" + raw)
    drivers.expect("pos away D14 .*")
    os.rename(RULES + ".away", RULES)
    reload_rules()
    scanner.unplug(), scanner.plug()
    raw = settled("hidraw", lambda: hidraw_of("18123B0A79"))
    must(owner(raw) == "root input 660", "the package's rule gives no right: " + owner(raw))
    drivers.expect("pos ready")
    held("a HID-POS scanner: D14 without the package's rule, taken with it")
    drivers.do("shut pos")
    drivers.expect("pos shut")

    os.rename("/etc/udev/70-libstation.away", "/etc/udev/rules.d/70-libstation.rules")
    reload_rules()
    scanner.unplug(), scanner.plug()
    drivers.do("open pos keyscanner hidraw:/dev/libstation/scanner")
    drivers.expect("pos ready")
    scanner.send(*pos_reports("31234000012342"))
    drivers.expect("pos scan 31234000012342")
    long = "0123456789" * 8
    scanner.send(*pos_reports(long))
    drivers.expect("pos scan " + long)
    held("its reports are read, also a code of two, by the name that config/udev gives it")
    scanner.send(pos_reports(long)[0])
    scanner.unplug()
    drivers.expect("pos away DS10 .*")
    scanner.plug()
    drivers.expect("pos ready")
    scanner.send(*pos_reports("31234000099999"))
    drivers.expect("pos scan 31234000099999")
    held("unplugged in the middle of a code, plugged in again")
    drivers.do("shut pos")
    drivers.expect("pos shut")
    scanner.unplug()


def uhid(drivers):
    """The same without USB, by uhid: the maker's rule does not hold for it, a site's own does."""
    write("/etc/udev/rules.d/90-vm.rules", 'SUBSYSTEM=="hidraw", KERNELS=="*:0C2E:*", GROUP="input", MODE="0660"\n')
    reload_rules()
    file = os.open("/dev/uhid", os.O_RDWR)
    # struct uhid_event, UHID_CREATE2: name, phys, uniq, rd_size, bus (Bluetooth), vendor, product, version, country, data
    os.write(file, struct.pack("<I128s64s64sHHIIII", 11, b"Radio pos", b"", b"U-1", len(POS), 5, 0x0C2E, 2, 0, 0) + POS.ljust(4096, b"\0"))
    raw = until("hidraw of uhid", lambda: hidraw_of("U-1"))
    run("udevadm", "settle")
    drivers.do("open upos keyscanner hidraw:" + raw)
    drivers.expect("upos ready")
    for report in pos_reports("31234000012342"):
        os.write(file, struct.pack("<IH", 12, len(report)) + report)  # UHID_INPUT2
    drivers.expect("upos scan 31234000012342")
    os.close(file)
    drivers.expect("upos away DS10 .*")
    held("a HID-POS scanner of uhid (bus Bluetooth): read, and gone")
    drivers.do("shut upos")
    drivers.expect("upos shut")
    os.remove("/etc/udev/rules.d/90-vm.rules")
    reload_rules()


def cable_end():
    """The device's end of a printer's cable, which the kernel makes anew with each plugging; each printer has its own number."""
    return until("/dev/g_printer", lambda: next(iter(glob.glob("/dev/g_printer*")), None))


def paper_end(drivers):
    """The twin of a printer at the device's end of the cable."""
    end = cable_end()
    os.chmod(end, 0o666)
    drivers.do("play paper " + end)


def printing(drivers):
    """escpos by usblp at a printer of the USB printer class."""
    printer = Usb("04b8", "TM", "P-1", "printer", pnp_string="MFG:Maker;MDL:TM;CLS:PRINTER;", q_len="10")
    printer.plug()
    lp = settled("/dev/usb/lp0", lambda: os.path.exists("/dev/usb/lp0") and "/dev/usb/lp0")
    must(owner(lp) == "root lp 660", owner(lp))
    must(os.path.exists("/dev/libstation/usbprinter"), "no /dev/libstation/usbprinter")
    held("a printer of USB: /dev/usb/lp0 belongs to the group lp, and has the name of config/udev")
    paper_end(drivers)
    drivers.do("open printer escpos file:/dev/libstation/usbprinter")
    drivers.expect("printer ready")
    held("it answers over USB both ways")
    drivers.do("print printer 1")
    drivers.expect("printer ended 1 Confirmed.*")
    drivers.do("paper paper")
    dots = int(drivers.expect("paper paper .*").split()[2])
    must(dots > 1000, "hardly a dot came on paper: %d" % dots)
    held("a receipt is printed, confirmed by its mark, and is on paper")
    drivers.do("fault paper paper-out")
    drivers.expect("printer (hand|away) DP32.*")
    drivers.do("roll paper")
    drivers.expect("printer ready")
    held("out of paper and with a new roll, as it says itself")

    drivers.do("print printer 2")
    drivers.expect("printer PrintMoved.*Printing.*")
    printer.unplug()
    ended = drivers.expect("printer ended 2 .*")
    must("Confirmed" not in ended, ended)
    drivers.do("stop paper")
    drivers.expect("paper stopped")
    printer.plug()
    paper_end(drivers)
    until("lp0 again", lambda: os.path.exists("/dev/libstation/usbprinter"))
    drivers.expect("printer ready")
    drivers.do("print printer 3")
    drivers.expect("printer ended 3 Confirmed.*")
    held("unplugged while printing (%s), plugged in again, it prints" % ended.split(" ", 3)[3])
    drivers.do("shut printer")
    drivers.expect("printer shut")
    drivers.do("stop paper")
    drivers.expect("paper stopped")
    printer.unplug()


def drain(file):
    """Until it is closed."""
    try:
        while True:
            if select.select([file], [], [], 0.1)[0]:
                os.read(file, 4096)
    except OSError:
        pass


def port_status(drivers):
    """A printer that never answers: its USB port tells of its paper (usblp's LPGETSTATUS)."""
    printer = Usb("04b8", "Mute", "P-2", "printer", pnp_string="MFG:Maker;MDL:Mute;CLS:PRINTER;", q_len="10")
    printer.plug()
    def opened():
        try:
            return os.open(cable_end(), os.O_RDWR | os.O_NONBLOCK)
        except OSError:
            # Its file is there a moment before the device is.
            return None

    # Open, it is on line.
    port = until("the cable's end", opened)
    # It takes what is sent only as long as somebody waits for it.
    threading.Thread(target=drain, args=(port,), daemon=True).start()
    lp = until("/dev/usb/lp0", lambda: os.path.exists("/dev/usb/lp0") and "/dev/usb/lp0")
    drivers.do("open mute escpos file:%s make=columns-58" % lp)
    drivers.expect("mute ready")
    fcntl.ioctl(port, 0xC0016722, 0x38)  # GADGET_SET_PRINTER_STATUS: paper empty, selected, no error
    drivers.expect("mute (hand|away) DP32.*")
    fcntl.ioctl(port, 0xC0016722, 0x18)
    drivers.expect("mute ready")
    held("one that never answers: its port tells that paper is out and in again")
    drivers.do("shut mute")
    drivers.expect("mute shut")
    os.close(port)
    printer.unplug()


def serial(drivers):
    """A scanner that is a serial line (CDC ACM), and a converter of FTDI at qemu's own USB controller."""
    scanner = Usb("0c2e", "Com", "18123B0A77c", "acm")
    scanner.plug()
    name = "/dev/serial/by-id/usb-Maker_Com_18123B0A77c-if00"
    until(name, lambda: os.path.exists(name))
    must(owner(name) == "root dialout 660", owner(name))
    line = os.open("/dev/ttyGS0", os.O_RDWR | os.O_NOCTTY)
    run("stty", "-F", "/dev/ttyGS0", "raw", "-echo")
    drivers.do("open com linescanner serial:%s?baud=9600" % name)
    drivers.expect("com ready")
    os.write(line, b"31234000012342\r")
    drivers.expect("com scan 31234000012342")
    scanner.unplug()
    drivers.expect("com away DS10.*")
    scanner.plug()
    drivers.expect("com ready")
    os.close(line)
    line = os.open("/dev/ttyGS0", os.O_RDWR | os.O_NOCTTY)
    os.write(line, b"31234000099999\r")
    drivers.expect("com scan 31234000099999")
    held("a scanner on USB-COM (cdc_acm): its name by-id, read, unplugged, plugged in again")
    drivers.do("shut com")
    drivers.expect("com shut")
    os.close(line)
    scanner.unplug()

    host("plug usb-serial")
    name = until("the converter", lambda: next(iter(glob.glob("/dev/serial/by-id/usb-QEMU_*_A50285BX-*")), None))
    must(owner(name) == "root dialout 660", owner(name))
    drivers.do("open ftdi linescanner serial:%s?baud=9600" % name)
    drivers.expect("ftdi ready")
    host("send 31234000012342")
    drivers.expect("ftdi scan 31234000012342")
    host("unplug usb-serial")
    drivers.expect("ftdi away DS10.*")
    host("plug usb-serial")
    drivers.expect("ftdi ready")
    host("send 31234000099999")
    drivers.expect("ftdi scan 31234000099999")
    held("a converter of FTDI (ftdi_sio, at qemu's USB): its name by-id, read, unplugged, plugged in again")
    drivers.do("shut ftdi")
    drivers.expect("ftdi shut")
    host("unplug usb-serial")


def cards(drivers):
    """Debian's pcscd with qemu's CCID reader: the right of the station's user, plugging."""
    drivers.do("open cards chipcard pcsc:any recipe=uid")
    drivers.expect("cards away .*")
    host("plug usb-ccid")
    drivers.expect("cards ready")
    host("unplug usb-ccid")
    drivers.expect("cards away DC10.*")
    host("plug usb-ccid")
    drivers.expect("cards ready")
    held("a CCID reader by pcscd, as the package's polkit rule lets the station's user: found, unplugged, plugged in again")
    os.rename("/usr/share/polkit-1/rules.d/71-libstation-cards.rules", "/root/cards.rules")
    run("systemctl", "restart", "polkit")
    drivers.do("shut cards")
    drivers.expect("cards shut")
    drivers.do("open cards chipcard pcsc:any recipe=uid")
    drivers.expect("cards away .*")
    os.rename("/root/cards.rules", "/usr/share/polkit-1/rules.d/71-libstation-cards.rules")
    run("systemctl", "restart", "polkit")
    drivers.expect("cards ready")
    held("without that rule the station's user may not")
    drivers.do("shut cards")
    drivers.expect("cards shut")
    host("unplug usb-ccid")


def devices():
    modules("usb_f_hid", "usb_f_printer", "usb_f_acm", "uinput", "uhid", ports=8)
    drivers = Drivers()
    held("the drivers run as the user libstation under %s" % os.uname().release)
    failed = 0
    for part in (typing, uinput, pos, uhid, printing, port_status, serial, cards):
        try:
            part(drivers)
        except Exception as e:
            failed += 1
            tell("NOT HELD %s: %s" % (part.__name__, str(e).replace("\n", " | ") or repr(e)))
            tell("log " + run("sh", "-c", "dmesg | tail -n 5", check=False).replace("\n", " | "))
    drivers.end()
    return failed == 0
