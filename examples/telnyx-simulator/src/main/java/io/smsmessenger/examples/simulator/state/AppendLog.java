package io.smsmessenger.examples.simulator.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines appended to a file, each handed to the operating system before the call returns, so that killing the process
 * loses none. A last line that a kill cut short is taken away on opening. One process at a time.
 */
final class AppendLog implements AutoCloseable {
    private final RandomAccessFile file;
    private final List<String> lines = new ArrayList<>();

    private AppendLog(RandomAccessFile file) {
        this.file = file;
    }

    static AppendLog open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                lock(file, path);
                AppendLog log = new AppendLog(file);
                log.load();
                return log;
            } catch (IOException | RuntimeException failure) {
                file.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot open " + path, failure);
        }
    }

    private static void lock(RandomAccessFile file, Path path) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException here) {
            // falls through: the holder is this very process
        }
        throw new IllegalStateException("Another simulator uses " + path);
    }

    private void load() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(file.length())];
        file.readFully(bytes);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        file.setLength(start);
        file.seek(start);
    }

    /** The lines found on opening; they are handed over once. */
    List<String> take() {
        List<String> found = List.copyOf(lines);
        lines.clear();
        return found;
    }

    void append(String line) {
        try {
            file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot append to the simulator's log", failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
