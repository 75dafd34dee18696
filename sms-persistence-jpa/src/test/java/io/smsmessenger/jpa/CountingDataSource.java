package io.smsmessenger.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts statements and connections, whoever prepares them. */
final class CountingDataSource {
    final List<String> statements = new ArrayList<>();
    private final AtomicInteger mostConnections = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    DataSource around(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(pool, arguments);
                        return result instanceof Connection connection ? around(connection) : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    int mostConnectionsAtOnce() {
        return mostConnections.get();
    }

    private Connection around(Connection connection) {
        mostConnections.accumulateAndGet(connections.incrementAndGet(), Math::max);
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "prepareStatement" -> statements.add((String) arguments[0]);
                        case "createStatement" -> statements.add("unprepared");
                        case "close" -> connections.decrementAndGet();
                        default -> {}
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
