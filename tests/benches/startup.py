#!/usr/bin/env python3
"""Start to first frame, and memory at rest, against another program.

usage: startup.py [--runs N] [--peer PROGRAM] [WARRAQ]

Starts the release binary on the embedded corpus and PEER (mousepad) on one of
its articles in turns, each in the same otherwise empty Xvfb without a window
manager, with fresh settings. Both are watched in the same way, by reading the
screen every two milliseconds through Xlib:

  mapped   the root has a visible child of at least 300 x 200 pixels
  painted  there is text on it: 24 sampled rows hold at least 24 colours
  still    the last change of the sampled rows, when none follows for a second

Memory is read three seconds after the start. Needs Xvfb and libX11.
"""

import argparse
import ctypes
import ctypes.util
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIZE = (1400, 900)
ROWS = 24
COLOURS = 24
QUIET = 1.0
LIMIT = 20.0
REST = 3.0


class Image(ctypes.Structure):
    """The head of an XImage, as far as it is used."""

    _fields_ = [
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.POINTER(ctypes.c_char)),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
    ]


class Attributes(ctypes.Structure):
    """The head of XWindowAttributes, with room for the rest."""

    _fields_ = [
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("border_width", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("class_", ctypes.c_int),
        ("bit_gravity", ctypes.c_int),
        ("win_gravity", ctypes.c_int),
        ("backing_store", ctypes.c_int),
        ("backing_planes", ctypes.c_ulong),
        ("backing_pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("rest", ctypes.c_char * 256),
    ]


class Screen:
    """The screen of one display, read through Xlib."""

    def __init__(self, name):
        self.x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XGetImage.restype = ctypes.POINTER(Image)
        self.x.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
        # A window may vanish between two questions: that is no error here.
        handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        self.ignore = handler(lambda display, event: 0)
        self.x.XSetErrorHandler(self.ignore)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(name.encode()))
        if not self.display:
            raise OSError(f"no display {name}")
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))

    def window(self):
        """Left, top, right and bottom of the largest visible window."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, n = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self.x.XQueryTree(
            self.display, self.root, ctypes.byref(root), ctypes.byref(parent),
            ctypes.byref(children), ctypes.byref(n),
        )
        found = None
        for i in range(n.value):
            about = Attributes()
            window = ctypes.c_ulong(children[i])
            if not self.x.XGetWindowAttributes(self.display, window, ctypes.byref(about)):
                continue
            viewable = about.map_state == 2
            if viewable and about.width >= 300 and about.height >= 200:
                found = (
                    max(about.x, 0), max(about.y, 0),
                    min(about.x + about.width, SIZE[0]), min(about.y + about.height, SIZE[1]),
                )
        if n.value:
            self.x.XFree(children)
        return found

    def rows(self, place):
        """The pixels of some rows of a place on the screen."""
        left, top, right, bottom = place
        rows = []
        for i in range(ROWS):
            y = top + (bottom - top) * (2 * i + 1) // (2 * ROWS)
            image = self.x.XGetImage(
                self.display, self.root, left, y, right - left, 1,
                ctypes.c_ulong(0xFFFFFFFF), 2,
            )
            if not image:
                return None
            about = image.contents
            rows.append(ctypes.string_at(about.data, about.bytes_per_line))
            self.x.XDestroyImage(image)
        return rows


def colours(rows):
    """The number of colours in rows of 32-bit pixels."""
    return len({p for row in rows for p in memoryview(row).cast("I")})


def memory(pid):
    """Resident, and resident without what is shared with files, in MB."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    number = lambda key: int(re.search(rf"{key}:\s+(\d+) kB", text)[1]) * 1024 / 1e6
    return number("VmRSS"), number("RssAnon")


def run(screen, command, environment):
    """Milliseconds to mapped, painted and still; memory at rest."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    mapped = painted = still = last = None
    while True:
        now = time.perf_counter() - start
        if process.poll() is not None:
            sys.exit(f"{command[0]} ended with {process.returncode} before it was seen")
        if now > LIMIT:
            sys.exit(f"{command[0]} painted nothing in {LIMIT} s")
        place = screen.window()
        rows = screen.rows(place) if place else None
        if rows:
            mapped = mapped or now
            if rows != last:
                last, still = rows, now
                if painted is None and colours(rows) >= COLOURS:
                    painted = now
            elif painted and now - still > QUIET:
                break
        time.sleep(0.002)
    time.sleep(max(0.0, REST - (time.perf_counter() - start)))
    resident, own = memory(process.pid)
    process.send_signal(signal.SIGTERM)
    process.wait()
    while screen.window():
        time.sleep(0.01)
    return [1000 * mapped, 1000 * painted, 1000 * still, resident, own]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--peer", default="mousepad")
    parser.add_argument("warraq", nargs="?", default=str(ROOT / "target/release/warraq"))
    arguments = parser.parse_args()
    commands = {"warraq": [arguments.warraq]}
    if shutil.which(arguments.peer):
        article = str(ROOT / "seeds/01-ganja-strike.txt")
        commands[arguments.peer] = [arguments.peer, article]
    else:
        print(f"{arguments.peer} is not installed: only our own figures\n")

    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24",
         "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )
    display = ":" + os.read(read, 16).decode().strip()
    results = {name: [] for name in commands}
    try:
        # A second client keeps the server from starting anew between runs.
        screen = Screen(display)
        for n in range(arguments.runs + 1):
            for name, command in commands.items():
                with tempfile.TemporaryDirectory() as home:
                    environment = os.environ | {
                        "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1", "HOME": home,
                        "XDG_CONFIG_HOME": f"{home}/config", "GSETTINGS_BACKEND": "memory",
                    }
                    environment.pop("WAYLAND_DISPLAY", None)
                    result = run(screen, command, environment)
                if n > 0:  # the first warms the caches
                    results[name].append(result)
    finally:
        server.terminate()
        server.wait()

    size = os.path.getsize(arguments.warraq) / 1e6
    print(f"{arguments.warraq}: {size:.1f} MB; medians (least) of {arguments.runs} runs in turns\n")
    print("| program | mapped | painted | still | resident | of it not of files |")
    print("|---|---|---|---|---|---|")
    for name, runs in results.items():
        columns = list(zip(*runs))
        times = [f"{statistics.median(c):.0f} ms ({min(c):.0f})" for c in columns[:3]]
        sizes = [f"{statistics.median(c):.0f} MB" for c in columns[3:]]
        print("| " + " | ".join([name, *times, *sizes]) + " |")


main()
