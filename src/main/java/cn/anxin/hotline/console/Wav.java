package cn.anxin.hotline.console;

import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A voice in an answer; nobody on the way keeps it. */
final class Wav {
    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private Wav() {}

    static ResponseEntity<byte[]> of(Optional<byte[]> sound) {
        return ResponseEntity.ok()
                .contentType(WAV)
                .cacheControl(CacheControl.noStore())
                .body(sound.orElseThrow(() -> new Refused(Trouble.NOT_FOUND)));
    }
}
