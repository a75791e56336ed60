package cn.anxin.hotline.testing;

import java.nio.file.Path;

/** Where this user's unpacked database programs lie, shared with the service. */
public final class TestCache {

    private TestCache() {}

    public static Path directory() {
        var cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache))
                .resolve("anxin-hotline");
    }
}
