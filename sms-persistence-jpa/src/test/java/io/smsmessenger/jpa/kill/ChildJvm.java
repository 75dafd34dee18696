package io.smsmessenger.jpa.kill;

import io.smsmessenger.jpa.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run a program of the test class path in a small JVM of its own that starts fast: from an archive of classes
 * that a first one wrote on its end. That halves what a start costs, and there are dozens of them on two cores.
 */
final class ChildJvm {
    private static final int TRAINING = 40;
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;
    private final Path classPath;
    private final Path archive;

    private ChildJvm(Path folder, Path classPath, Path archive) {
        this.folder = folder;
        this.classPath = classPath;
        this.archive = archive;
    }

    /** Keeps its logs under this name; the first one in this JVM makes the archive. */
    static ChildJvm named(String name) throws IOException {
        Path home = Path.of(
                "target", "kills", String.valueOf(ProcessHandle.current().pid()));
        Path folder = Files.createDirectories(home.resolve(name));
        synchronized (ONE_AT_A_TIME) {
            Path archive = home.resolve("worker.jsa");
            Path classPath = home.resolve("class-path.txt");
            if (!Files.exists(classPath)) {
                train(new ChildJvm(home, ClassPath.argumentFile(home), archive));
            }
            return new ChildJvm(folder, classPath, archive);
        }
    }

    /** What a worker needs when it sends is what it has loaded once it has sent. */
    private static void train(ChildJvm first) throws IOException {
        try (Stage stage = Stage.on(Engine.POSTGRESQL);
                WorkerProcess worker = WorkerProcess.start(first, "training", stage.worker())) {
            stage.send(TRAINING);
            stage.awaitSent(Stage.PATIENCE);
            worker.stop();
        }
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
                "-Xlog:disable",
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive,
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
