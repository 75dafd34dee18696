package io.smsmessenger.servlet;

import jakarta.servlet.http.HttpServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty 12.1, on a free port. */
record JettyContainer(Server server, int port) implements WebContainer {
    static WebContainer start(HttpServlet servlet, boolean asyncSupported) throws Exception {
        // One acceptor and one selector come on top of the threads for requests.
        Server server = new Server(new QueuedThreadPool(THREADS + 2));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(asyncSupported);
        context.addServlet(holder, PATH + "/*");
        server.setHandler(context);
        server.start();
        return new JettyContainer(server, connector.getLocalPort());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
