package io.smsmessenger.jpa.kill;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The class path of the tests as jars alone: a JVM can start from an archive of its classes only without folders. */
final class ClassPath {
    private ClassPath() {}

    /** An argument file for {@code java}, since the path is too long for a command line. */
    static Path argumentFile(Path folder) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> jars = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            Path place = Path.of(entry);
            if (Files.isDirectory(place)) {
                jars.add(jar(place, folder.resolve("classes-" + jars.size() + ".jar"))
                        .toString());
            } else if (Files.exists(place)) {
                jars.add(entry);
            }
        }
        String joined = String.join(File.pathSeparator, jars).replace("\\", "\\\\");
        return Files.writeString(folder.resolve("class-path.txt"), "-cp \"" + joined + "\"\n");
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (Stream<Path> files = Files.walk(classes);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out)) {
            files.filter(Files::isRegularFile).forEach(file -> add(zip, classes, file));
        }
        return jar.toAbsolutePath();
    }

    private static void add(JarOutputStream zip, Path classes, Path file) {
        try {
            zip.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
            Files.copy(file, zip);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
