package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.cases.Cases;
import cn.anxin.hotline.cases.Need;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.Incidents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files what Asterisk kept of callers whom nobody answered, whether or not we were alive then: each
 * opens a case that owes a call, and an incident if a served person was the caller. {@code ID.txt}
 * is one line, number, epoch, and {@code message} if {@code ID.wav} is whole or {@code nothing} if
 * they hung up without a word. What is filed moves to {@code filed/}, to be sealed, without the
 * line: its number is with the case, sealed. Until then it is found again.
 */
@Component
class LeftMessages implements DueWork {
    private static final Logger log = LoggerFactory.getLogger(LeftMessages.class);
    private static final String MARKER = ".txt";
    private static final int LONGEST_MARKER = 1024;

    private final Path messages;
    private final Callers callers;
    private final Cases cases;
    private final Incidents incidents;
    private final NumberPlan numberPlan;
    private final TransactionTemplate transaction;

    LeftMessages(
            InboundSettings settings,
            HotlineSettings hotline,
            Callers callers,
            Cases cases,
            Incidents incidents,
            NumberPlan numberPlan,
            TransactionTemplate transaction) {
        this.messages = settings.messagesIn(hotline.home());
        this.callers = callers;
        this.cases = cases;
        this.incidents = incidents;
        this.numberPlan = numberPlan;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public int sweep(int limit) {
        var markers = markers(limit);
        markers.forEach(this::file);
        return markers.size();
    }

    private List<Path> markers(int limit) {
        if (!Files.isDirectory(messages)) {
            return List.of();
        }
        try (var files = Files.list(messages)) {
            return files.filter(file -> file.getFileName().toString().endsWith(MARKER))
                    .sorted()
                    .limit(limit)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(Path marker) {
        var name = marker.getFileName().toString();
        var id = name.substring(0, name.length() - MARKER.length());
        if (!CallId.isOne(id)) {
            log.error("A file among the messages bears no call id; it is put aside");
            putAway(id, "strange");
            return;
        }
        try {
            var line = line(marker);
            if (line.isEmpty()) {
                return;
            }
            var words = line.get().split(" ");
            var caller = callers.identify(PhoneNumber.parse(words[0], numberPlan));
            var spoken = Files.exists(messages.resolve(id + ".wav"));
            var call = new CallId(id);
            transaction.executeWithoutResult(_ -> open(call, caller, spoken));
            putAway(id, "filed");
            Files.deleteIfExists(messages.resolve("filed").resolve(id + MARKER));
            log.info("Call {}: what nobody answered is filed", call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(CallId call, Caller caller, boolean spoken) {
        cases.open(
                new Cases.Opening(
                        spoken ? Need.MESSAGE : Need.CALL_BACK,
                        true,
                        call,
                        caller.personId(),
                        caller.number(),
                        spoken ? call + ".wav" : null));
        cases.oweCallBack(call);
        var personId = caller.personId();
        if (personId != null) {
            incidents.open(personId, Cause.NOT_ANSWERED, call);
        }
    }

    /** Empty while Asterisk is still writing it. */
    private static Optional<String> line(Path marker) throws IOException {
        try (var in = Files.newInputStream(marker)) {
            var text = new String(in.readNBytes(LONGEST_MARKER), StandardCharsets.US_ASCII);
            return text.contains("\n") ? text.lines().findFirst() : Optional.empty();
        }
    }

    /** The recording first: while the marker is there, the message is found again. */
    private void putAway(String id, String folder) {
        try {
            var to = Files.createDirectories(messages.resolve(folder));
            for (var ending : List.of(".wav", MARKER)) {
                var file = messages.resolve(id + ending);
                if (Files.exists(file)) {
                    Files.move(file, to.resolve(id + ending), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
