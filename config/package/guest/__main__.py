"""Begun by the virtual machine of config/package/vm; vm.part= on the kernel's line chooses."""
import re
from machine import NotHeld, host, run, tell
from devices import devices
from service import LOG, endings, service


def main():
    part = re.search(r"vm\.part=(\w+)", open("/proc/cmdline").read()).group(1)
    try:
        done = {"devices": devices, "service": service, "endings": endings}[part]()
    except Exception as e:
        tell("NOT HELD %s: %s" % (part, str(e).replace("\n", " | ") or repr(e)))
        if part != "devices":
            for command in ("systemctl status libstation --no-pager -l", "journalctl -b -u libstation -u vm-library --no-pager -n 40", "tail -n 25 " + LOG,
                            "libstation journal audit --config /etc/libstation"):
                for line in run("sh", "-c", command, check=False).splitlines():
                    tell("log " + line)
        done = False
    tell("end %s" % ("held" if done else "not held"))
    run("systemctl", "poweroff", check=False)


main()
