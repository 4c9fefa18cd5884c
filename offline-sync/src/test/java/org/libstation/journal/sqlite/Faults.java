package org.libstation.journal.sqlite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/// Connections that tell a watcher of every statement just before it runs; the watcher may throw.
final class Faults implements ConnectionSource {
  /// Sees the SQL of a statement about to run.
  @FunctionalInterface
  interface Watcher {
    void before(String sql) throws SQLException;
  }

  private final Watcher watcher;

  Faults(Watcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public Connection open(Path file) throws SQLException {
    Connection real = ConnectionSource.plain(file);
    return proxy(
        Connection.class,
        (method, args) -> {
          Object result = invoke(real, method, args);
          return switch (result) {
            case PreparedStatement statement ->
                watched(PreparedStatement.class, statement, (String) args[0]);
            case Statement statement -> watched(Statement.class, statement, "");
            case null, default -> result;
          };
        });
  }

  private <S extends Statement> S watched(Class<S> type, S real, String prepared) {
    return proxy(
        type,
        (method, args) -> {
          if (method.getName().startsWith("execute")) {
            watcher.before(args.length > 0 ? (String) args[0] : prepared);
          }
          return invoke(real, method, args);
        });
  }

  private static Object invoke(Object real, java.lang.reflect.Method method, Object[] args)
      throws Throwable {
    try {
      return method.invoke(real, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @FunctionalInterface
  private interface Call {
    Object call(java.lang.reflect.Method method, Object[] args) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, args) -> call.call(method, args == null ? new Object[0] : args)));
  }
}
