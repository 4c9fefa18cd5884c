package org.libstation.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// TCP ports of this machine for programs that have to be told where to listen.
///
/// They lie below those that Linux gives to whoever connects (`ip_local_port_range`, from 32768
/// on): out of that range one that was free is taken again at any moment, by any test that runs
/// beside, before the program listens or while it is begun anew.
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int END = 32_000;
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePorts() {}

  /// @return a port where nobody listens, given to nobody else in this virtual machine
  public static int one() {
    return following(1);
  }

  /// @param count how many ports that follow each other
  /// @return the first of them
  public static synchronized int following(int count) {
    while (true) {
      int first = ThreadLocalRandom.current().nextInt(FIRST, END - count);
      if (areFree(first, count)) {
        for (int i = 0; i < count; i++) {
          GIVEN.add(first + i);
        }
        return first;
      }
    }
  }

  private static boolean areFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      if (GIVEN.contains(port) || !isFree(port)) {
        return false;
      }
    }
    return true;
  }

  /// On all addresses, as some programs listen.
  private static boolean isFree(int port) {
    try (ServerSocket tried = new ServerSocket()) {
      tried.bind(new InetSocketAddress((InetAddress) null, port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
