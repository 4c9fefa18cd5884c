"""What the parts share: words with the host, and devices of USB that the kernel itself makes (dummy_hcd with configfs), so
that all of USB, udev and the drivers of the kernel lies between them and the station."""
import os, select, struct, subprocess, time

# An emulated processor is ten times slower than the machine, which may be busy itself.
LIMIT = 600
TALK = os.fdopen(os.open("/dev/ttyS1", os.O_RDWR | os.O_NOCTTY), "r+b", buffering=0)
subprocess.run(["stty", "-F", "/dev/ttyS1", "raw", "-echo"], check=True)
BEGUN = time.monotonic()


class NotHeld(Exception):
    pass


def tell(line):
    TALK.write((line + "\n").encode())


def host(command):
    """The host does it (plugs, cuts the power, sends on a line of its own) and says so, with what it found."""
    tell("host " + command)
    line = b""
    while not line.endswith(b"\n"):
        line += TALK.read(1)
    said = line.decode().split()
    must(said[0] == "done", "%s: %s" % (command, line.decode().strip()))
    return said[1:]


def held(what):
    tell("held %ds %s" % (time.monotonic() - BEGUN, what))


def must(true, what):
    if not true:
        raise NotHeld(what)


def until(what, ask, limit=LIMIT):
    began, told = time.monotonic(), False
    while time.monotonic() < began + limit:
        answer = ask()
        if answer:
            return answer
        if not told and time.monotonic() > began + 60:
            tell("log waits: " + what)
            told = True
        time.sleep(0.2)
    raise NotHeld("%s: not within %d s" % (what, limit))


def settled(what, find, limit=LIMIT):
    """What is there, once udev is done with it: the kernel makes a file before the rules give it to anybody."""
    found = until(what, find, limit)
    run("udevadm", "settle")
    return found


def run(*command, check=True):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    must(done.returncode == 0 or not check, "%s: %s" % (" ".join(command), done.stdout))
    return done.stdout.strip()


def write(path, value):
    with open(path, "wb") as file:
        file.write(value if isinstance(value, bytes) else value.encode())


class Usb:
    """A USB device of the gadget framework, plugged into a port of its own."""

    ports = 0
    ROOT = "/sys/kernel/config/usb_gadget/"

    def __init__(self, vendor, model, serial, function, **attributes):
        self.at = self.ROOT + serial
        os.makedirs(self.at + "/strings/0x409")
        write(self.at + "/idVendor", "0x" + vendor)
        write(self.at + "/idProduct", "0x0001")
        for name, value in (("manufacturer", "Maker"), ("product", model), ("serialnumber", serial)):
            write(self.at + "/strings/0x409/" + name, value)
        os.makedirs(self.at + "/configs/c.1")
        self.function = "%s/functions/%s.%s" % (self.at, function, serial)
        os.makedirs(self.function)
        for name, value in attributes.items():
            write("%s/%s" % (self.function, name), value)
        os.symlink(self.function, self.at + "/configs/c.1/" + function)
        self.port = "dummy_udc.%d" % Usb.ports
        Usb.ports += 1

    def plug(self):
        write(self.at + "/UDC", self.port)
        run("udevadm", "settle")

    def unplug(self):
        write(self.at + "/UDC", "\n")
        run("udevadm", "settle")


class Hid(Usb):
    def __init__(self, vendor, model, serial, descriptor, length, **more):
        super().__init__(vendor, model, serial, "hid", report_desc=descriptor, report_length=str(length), **more)
        self.name = self.function

    def device(self):
        with open(self.function + "/dev") as file:
            minor = int(file.read().split(":")[1])
        return "/dev/hidg%d" % minor

    def send(self, *reports):
        file = os.open(self.device(), os.O_RDWR)
        try:
            for report in reports:
                os.write(file, report)
        finally:
            os.close(file)


class Keyboard(Hid):
    """HID 1.11, appendix B.1: the boot keyboard's report; usages by the HID Usage Tables, page 07."""

    BOOT = bytes.fromhex(
        "05010906a101050719e029e71500250175019508810295017508810395057501050819012905910295017503"
        "91039506750815002565050719002965810" "0c0")
    KEYS = {**{c: 0x04 + i for i, c in enumerate("abcdefghijklmnopqrstuvwxyz")}, **{c: 0x1E + i for i, c in enumerate("1234567890")},
            "\n": 0x28, "\t": 0x2B, " ": 0x2C, "-": 0x2D}

    def __init__(self, vendor, model, serial):
        super().__init__(vendor, model, serial, self.BOOT, 8, protocol="1", subclass="1")

    def type(self, text):
        for sign in text:
            shift = 2 if sign.isupper() else 0
            self.send(struct.pack("8B", shift, 0, self.KEYS[sign.lower()], 0, 0, 0, 0, 0), bytes(8))
            # The kernel keeps 64 events for who reads, ten keys: an emulated processor may not look for so long.
            time.sleep(0.06)

    def event(self):
        """Its file of events, once udev has named it."""
        path = "/dev/input/by-id/usb-Maker_%s_%s-event-kbd" % (self.model(), os.path.basename(self.at))
        return until(path, lambda: os.path.exists(path) and path)

    def model(self):
        with open(self.at + "/strings/0x409/product") as file:
            return file.read().strip()


class Finger(Hid):
    """A touch panel for one finger: HID Usage Tables, page 0D, usages 04, 22 and 42."""

    PANEL = bytes.fromhex(
        "050d0904a1010922a10209421500250175019501810275078103" "0501093026ff7f751095018102" "09318102c0c0")
    WIDTH, HEIGHT = 1024, 768

    def __init__(self, vendor, model, serial):
        super().__init__(vendor, model, serial, self.PANEL, 5)

    def press(self, words):
        """Where these words are read on the panel, once they are."""
        x, y = (int(each) for each in host("find " + words))
        at = struct.pack("<HH", x * 32767 // self.WIDTH, y * 32767 // self.HEIGHT)
        # As long as a finger stays; an emulated screen sees no shorter one.
        self.send(b"\1" + at)
        time.sleep(0.3)
        self.send(b"\0" + at)


class Listener:
    """Another program that reads a keyboard's events, as a desktop or a key logger would."""

    def __init__(self, path):
        self.file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    def heard(self, seconds):
        """Keys that went down within that time."""
        keys, end = 0, time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.file], [], [], 0.2)[0]:
                got = os.read(self.file, 24 * 64)
                for at in range(0, len(got), 24):
                    kind, _, value = struct.unpack_from("HHi", got, at + 16)
                    keys += kind == 1 and value == 1
        return keys

    def close(self):
        os.close(self.file)


def owner(path):
    return run("stat", "-L", "-c", "%U %G %a", path)


def modules(*names, ports):
    """Those of the kernel that play devices, and so many ports for them."""
    for module in ("libcomposite",) + names:
        run("modprobe", module)
    run("modprobe", "dummy_hcd", "num=%d" % ports)
    if not os.path.ismount("/sys/kernel/config"):
        run("mount", "-t", "configfs", "none", "/sys/kernel/config")
