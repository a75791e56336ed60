package cn.anxin.hotline.behaviour.phone;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/** A key on its way out, RFC 4733: packets while it is held, three at its end, a short pause. */
final class KeyFrames implements VoiceStream.Outgoing {
    private static final int PAUSE = 2;
    private static final int END = 0x80;
    private static final int VOLUME = 10;

    private final byte event;
    private final int held;
    private final CompletableFuture<Long> sent = new CompletableFuture<>();
    private int frames;
    private long since;

    KeyFrames(char key, int held) {
        this.event = Keys.event(key);
        this.held = held;
    }

    CompletableFuture<Long> sent() {
        return sent;
    }

    @Override
    public boolean sendFrame(VoiceStream stream) {
        frames++;
        if (frames == 1) {
            since = stream.timestamp();
        }
        if (frames < held) {
            stream.sendKey(packet(frames, 0), frames == 1, since);
        } else if (frames == held) {
            stream.sendKey(packet(frames, END), false, since);
            sent.complete(System.nanoTime());
            stream.sendKey(packet(frames, END), false, since);
            stream.sendKey(packet(frames, END), false, since);
        } else {
            stream.sendSound(SoundFrames.SILENCE);
        }
        return frames == held + PAUSE;
    }

    private byte[] packet(int frame, int end) {
        return ByteBuffer.allocate(4)
                .put(event)
                .put((byte) (end | VOLUME))
                .putShort((short) (frame * VoiceStream.FRAME))
                .array();
    }
}
