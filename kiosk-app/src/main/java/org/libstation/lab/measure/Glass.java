package org.libstation.lab.measure;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.libstation.station.driven.ScenarioProblem;

/// Sees and touches another program's screen from outside, so that a person's experience is timed.
/// It reads pixels by XGetSubImage (Xlib) and touches by XTestFakeMotionEvent and
/// XTestFakeButtonEvent (XTEST). One thread at a time.
@SuppressWarnings("restricted") // the program is started with --enable-native-access
public final class Glass implements AutoCloseable {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  private static final long ALL_PLANES = ~0L;
  private static final int Z_PIXMAP = 2;
  private static final int LEFT = 1;

  /// Mask of the colours of a 32-bit pixel on a screen of depth 24; the other byte may be anything.
  private static final int COLOURS = 0xFF_FFFF;

  /// Offsets in Xlib's XImage on a 64-bit machine.
  private static final long DATA = 16;

  private static final long BYTES_PER_LINE = 44;
  private static final long IMAGE_SIZE = 136;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment display;
  private final long root;
  private final MethodHandle getImage;
  private final MethodHandle getSubImage;
  private final MethodHandle motion;
  private final MethodHandle button;
  private final MethodHandle sync;
  private final MethodHandle closeDisplay;

  /// @param name such as `:7`
  /// @throws ScenarioProblem when a library is missing or the display cannot be opened
  public Glass(String name) throws ScenarioProblem {
    try {
      SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
      SymbolLookup xtst = SymbolLookup.libraryLookup("libXtst.so.6", arena);
      MethodHandle open = handle(x11, "XOpenDisplay", FunctionDescriptor.of(POINTER, POINTER));
      MethodHandle rootOf = handle(x11, "XDefaultRootWindow", FunctionDescriptor.of(LONG, POINTER));
      getImage =
          handle(
              x11,
              "XGetImage",
              FunctionDescriptor.of(POINTER, POINTER, LONG, INT, INT, INT, INT, LONG, INT));
      getSubImage =
          handle(
              x11,
              "XGetSubImage",
              FunctionDescriptor.of(
                  POINTER, POINTER, LONG, INT, INT, INT, INT, LONG, INT, POINTER, INT, INT));
      motion =
          handle(
              xtst,
              "XTestFakeMotionEvent",
              FunctionDescriptor.of(INT, POINTER, INT, INT, INT, LONG));
      button =
          handle(xtst, "XTestFakeButtonEvent", FunctionDescriptor.of(INT, POINTER, INT, INT, LONG));
      sync = handle(x11, "XSync", FunctionDescriptor.of(INT, POINTER, INT));
      closeDisplay = handle(x11, "XCloseDisplay", FunctionDescriptor.of(INT, POINTER));
      display = (MemorySegment) open.invokeExact(arena.allocateFrom(name));
      if (display.equals(MemorySegment.NULL)) {
        throw new ScenarioProblem("the display " + name + " cannot be opened");
      }
      root = (long) rootOf.invokeExact(display);
    } catch (IllegalArgumentException e) {
      arena.close();
      throw new ScenarioProblem(
          "looking at the screen needs libX11 and libXtst (Debian: libx11-6, libxtst6): "
              + e.getMessage());
    } catch (ScenarioProblem problem) {
      arena.close();
      throw problem;
    } catch (Throwable e) {
      arena.close();
      throw new IllegalStateException("Xlib cannot be called", e);
    }
  }

  private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor as) {
    return Linker.nativeLinker()
        .downcallHandle(
            library.find(name).orElseThrow(() -> new IllegalArgumentException(name)), as);
  }

  /// A watched part of the screen.
  public final class Area {
    private final int x;
    private final int y;
    private final int width;
    private final int height;
    private final MemorySegment image;
    private final MemorySegment pixels;
    private final MemorySegment kept;

    private Area(int x, int y, int width, int height) throws Throwable {
      this.x = x;
      this.y = y;
      this.width = width;
      this.height = height;
      MemorySegment got =
          (MemorySegment)
              getImage.invokeExact(display, root, x, y, width, height, ALL_PLANES, Z_PIXMAP);
      if (got.equals(MemorySegment.NULL)) {
        throw new IllegalArgumentException("there is no such part of the screen");
      }
      image = got.reinterpret(IMAGE_SIZE);
      long size = (long) image.get(INT, BYTES_PER_LINE) * height;
      pixels = image.get(POINTER, DATA).reinterpret(size);
      kept = arena.allocate(size);
      kept.copyFrom(pixels);
    }

    /// Keeps the present pixels for comparison with later looks.
    public void keep() {
      look();
      kept.copyFrom(pixels);
    }

    /// Whether a pixel differs from the kept one.
    public boolean changed() {
      look();
      long end = pixels.byteSize() - INT.byteSize();
      for (long at = pixels.mismatch(kept); at >= 0 && at <= end; at += INT.byteSize()) {
        at -= at % INT.byteSize();
        if (((pixels.get(INT, at) ^ kept.get(INT, at)) & COLOURS) != 0) {
          return true;
        }
      }
      return false;
    }

    private void look() {
      try {
        MemorySegment _ =
            (MemorySegment)
                getSubImage.invokeExact(
                    display, root, x, y, width, height, ALL_PLANES, Z_PIXMAP, image, 0, 0);
      } catch (Throwable e) {
        throw new IllegalStateException("the screen cannot be read", e);
      }
    }
  }

  /// @param x in pixels from the left
  /// @param y in pixels from the top
  public Area area(int x, int y, int width, int height) {
    try {
      return new Area(x, y, width, height);
    } catch (Throwable e) {
      throw new IllegalStateException("the screen cannot be read", e);
    }
  }

  /// Moves the pointer without pressing.
  public void point(int x, int y) {
    try {
      int _ = (int) motion.invokeExact(display, -1, x, y, 0L);
      int _ = (int) sync.invokeExact(display, 0);
    } catch (Throwable e) {
      throw new IllegalStateException("the pointer cannot be moved", e);
    }
  }

  /// Presses or releases the button at the pointer; the server has it when this returns.
  public void press(boolean down) {
    try {
      int _ = (int) button.invokeExact(display, LEFT, down ? 1 : 0, 0L);
      int _ = (int) sync.invokeExact(display, 0);
    } catch (Throwable e) {
      throw new IllegalStateException("nothing can be pressed", e);
    }
  }

  @Override
  public void close() {
    try {
      int _ = (int) closeDisplay.invokeExact(display);
    } catch (Throwable e) {
      throw new IllegalStateException("the display cannot be closed", e);
    } finally {
      arena.close();
    }
  }
}
