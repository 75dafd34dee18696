package io.smsmessenger.jpa.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to run a program of the test class path in a small JVM of its own that starts fast. */
final class ChildJvm {
    private final Path folder;
    private final Path classPath;

    /** Prepares a folder for logs; the class path is too long for a command line, and goes into a file there. */
    ChildJvm(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        this.classPath =
                Files.writeString(folder.resolve("class-path.txt"), "-cp \"" + path.replace("\\", "\\\\") + "\"\n");
    }

    Path folder() {
        return folder;
    }

    Process start(Class<?> program, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Duser.language=en",
                "@" + classPath,
                program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
