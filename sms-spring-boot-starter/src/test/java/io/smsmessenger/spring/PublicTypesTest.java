package io.smsmessenger.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A host names as few types of ours as possible. */
class PublicTypesTest {
    @Test
    void areTheseAndNoOther() throws IOException, URISyntaxException {
        Path root = Path.of(SmsUserResolver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> types;
        try (Stream<Path> files = Files.walk(root)) {
            types = files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.')))
                    .toList();
        }

        assertThat(types).hasSizeGreaterThan(40);
        assertThat(types.stream().filter(type -> Modifier.isPublic(type.getModifiers())))
                .containsExactlyInAnyOrder(SmsUserResolver.class, SmsMessengerCustomizer.class);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicTypesTest.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
