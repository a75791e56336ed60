package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** What a story that failed leaves behind to be looked at. */
record Evidence(Path folder) {

    void keep(Town town, int logged) throws IOException {
        Files.createDirectories(folder);
        var installation = town.installation();
        Files.writeString(folder.resolve("service.log"), installation.service().logSince(logged));
        Files.write(folder.resolve("journal"), journal(installation.database()));
        Files.write(folder.resolve("channels"), installation.asterisk().channels());
        Files.writeString(folder.resolve("queue"), installation.asterisk().tell("queue show duty"));
        Files.write(folder.resolve("carrier.sip"), installation.carrier().trace());
        Files.write(folder.resolve("desk.sip"), installation.desk().trace());
        try (var logs =
                Files.newDirectoryStream(installation.home().resolve("log/asterisk"), "*.log")) {
            for (var log : logs) {
                Files.copy(
                        log,
                        folder.resolve("asterisk-" + log.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        keepTalks(town, installation);
    }

    /** The latest entries, whosever they are. */
    private static List<String> journal(Database database) {
        try {
            return database.sql()
                    .sql(
                            """
                            select journal::text from journal
                            where id > (select max(id) - 300 from journal) order by id
                            """)
                    .query(String.class)
                    .list();
        } catch (DataAccessException e) {
            return List.of("no database: " + e.getMessage());
        }
    }

    private void keepTalks(Town town, Installation installation) throws IOException {
        for (var i = 0; i < town.talks().size(); i++) {
            var recording = town.talks().get(i).call().recording();
            recording.sound().write(folder.resolve("heard-" + i + ".wav"));
            Files.write(
                    folder.resolve("heard-" + i + ".txt"),
                    List.of(installation.ear().heard(recording.sound()).toString()));
        }
    }
}
