package io.smsmessenger.spring;

/** Paths as people write them in settings. */
final class Paths {
    private Paths() {}

    /** With a slash before and none behind. */
    static String absolute(String path) {
        String stripped = path.strip();
        while (stripped.endsWith("/")) {
            stripped = stripped.substring(0, stripped.length() - 1);
        }
        return stripped.isEmpty() || stripped.startsWith("/") ? stripped : "/" + stripped;
    }
}
