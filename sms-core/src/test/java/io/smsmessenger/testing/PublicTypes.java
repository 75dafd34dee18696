package io.smsmessenger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists what a module shows to the world, so that a new public type is a conscious line in a test. */
public final class PublicTypes {
    private PublicTypes() {}

    /** The public types of the module that this class was compiled in, nested ones included, by name. */
    public static List<String> ofModule(Class<?> member) {
        Path classes = classesOf(member);
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(classes::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length())
                            .replace(java.io.File.separatorChar, '.'))
                    .filter(name -> isPublic(name, member.getClassLoader()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path classesOf(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean isPublic(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
                if (!Modifier.isPublic(each.getModifiers())) {
                    return false;
                }
            }
            return !type.isAnonymousClass() && !type.isLocalClass();
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
