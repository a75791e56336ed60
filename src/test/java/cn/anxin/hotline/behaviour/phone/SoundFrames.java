package cn.anxin.hotline.behaviour.phone;

import java.util.Arrays;

/** A sound on its way out. */
final class SoundFrames implements VoiceStream.Outgoing {
    static final byte[] SILENCE = silence();

    private final short[] samples;
    private int sent;

    SoundFrames(Sound sound) {
        samples = sound.samples();
    }

    @Override
    public boolean sendFrame(VoiceStream stream) {
        var frame = SILENCE.clone();
        for (var i = 0; i < frame.length && sent < samples.length; i++) {
            frame[i] = ALaw.encode(samples[sent++]);
        }
        stream.sendSound(frame);
        return sent >= samples.length;
    }

    private static byte[] silence() {
        var frame = new byte[VoiceStream.FRAME];
        Arrays.fill(frame, ALaw.SILENCE);
        return frame;
    }
}
