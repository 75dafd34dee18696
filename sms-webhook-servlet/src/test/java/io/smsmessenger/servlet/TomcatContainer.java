package io.smsmessenger.servlet;

import jakarta.servlet.http.HttpServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** Tomcat 11, on a free port. */
record TomcatContainer(Tomcat tomcat, int port) implements WebContainer {
    /** Held, or the level would be forgotten together with the logger. */
    private static final Logger LOGS = Logger.getLogger("org.apache");

    static {
        LOGS.setLevel(Level.SEVERE);
    }

    static WebContainer start(HttpServlet servlet, boolean asyncSupported) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createDirectories(Path.of("target", "tomcat")).toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxThreads", String.valueOf(THREADS));
        tomcat.getConnector().setProperty("minSpareThreads", "2");
        Context context = tomcat.addContext("", null);
        Wrapper wrapper = Tomcat.addServlet(context, "webhook", servlet);
        wrapper.setAsyncSupported(asyncSupported);
        context.addServletMapping(PATH + "/*", "webhook");
        tomcat.start();
        return new TomcatContainer(tomcat, tomcat.getConnector().getLocalPort());
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
