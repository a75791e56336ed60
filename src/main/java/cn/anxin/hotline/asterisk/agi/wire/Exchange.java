package cn.anxin.hotline.asterisk.agi.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.fastagi.command.AgiCommand;

/**
 * One command and what becomes of it.
 *
 * @param takes how long Asterisk is busy with it
 */
record Exchange(AgiCommand command, Duration takes, CompletableFuture<CommandResult> result) {

    Exchange(AgiCommand command, Duration takes) {
        this(command, takes, new CompletableFuture<>());
    }
}
