package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The files of one PostgreSQL server. They appear whole or not at all: a start that is killed while
 * making them leaves nothing that could be taken for a database.
 */
record PostgresCluster(Path directory) {
    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);

    static final String DATABASE = "hotline";

    /** Owns its database and nothing else: no superuser, so no reach into the machine. */
    static final String ROLE = "hotline";

    PasswordFile password() {
        return new PasswordFile(directory.resolve("password"));
    }

    void createOnce(PostgresPrograms programs, Program program)
            throws IOException, InterruptedException {
        if (Files.exists(directory)) {
            return;
        }
        log.info("PostgreSQL makes its files in {}", directory);
        var home = Files.createDirectories(directory.getParent());
        var fresh = home.resolve(directory.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(fresh);
        var password = new PasswordFile(home.resolve("postgres-password"));
        password.create();
        program.run("", initdb(programs, fresh, password.path()));
        program.run(roleAndDatabase(password.password()), singleUser(programs, fresh));
        Files.move(password.path(), new PostgresCluster(fresh).password().path());
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        try (var parent = FileChannel.open(home, StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    private static List<String> initdb(PostgresPrograms programs, Path fresh, Path password) {
        return PostgresPrograms.asOrdinaryUser(
                programs.path("initdb"),
                "--pgdata=" + fresh,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                // PostgreSQL's own order of letters: the system's changes with its updates and
                // would break every index on text.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions");
    }

    private static List<String> singleUser(PostgresPrograms programs, Path fresh) {
        return PostgresPrograms.asOrdinaryUser(
                programs.path("postgres"),
                "--single",
                "-D",
                fresh.toString(),
                "-c",
                "exit_on_error=on",
                "postgres");
    }

    /** One statement a line, as the single-user mode wants it. */
    private static String roleAndDatabase(String password) {
        return """
        create role %s login password '%s'
        create database %s owner %s
        """
                .formatted(ROLE, password, DATABASE, ROLE);
    }

    /** Written anew at each start; a town's own wishes go into {@code alter system}. */
    void configure(int port, Path logs) throws IOException {
        var settings =
                new ConfigurationTemplate("postgresql.conf")
                        .fill(Map.of("port", Integer.toString(port), "logs", logs.toString()));
        Files.writeString(directory.resolve("postgresql.conf"), settings);
    }
}
