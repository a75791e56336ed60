package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * redis-server, out of the archive on our class path. We run it ourselves: the archive's own
 * library stops it before the service has ended, and loses sight of it when the service is killed.
 */
final class RedisProgram {

    private RedisProgram() {}

    /** Unpacked into the cache at most once; its name tells the version. */
    static Path unpackedIn(Path cache) throws IOException {
        var resource =
                ExecutableProvider.newProvidedVersionsMap()
                        .get(OsArchitecture.detectOSandArchitecture());
        if (resource == null) {
            throw new DatabaseFailed("no Redis is packaged for this kind of machine");
        }
        var program = cache.resolve(resource.substring(1));
        if (Files.exists(program)) {
            return program;
        }
        Files.createDirectories(cache);
        var folder = Files.createTempDirectory(cache, "redis-");
        var fresh = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
        Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(folder);
        return program;
    }
}
