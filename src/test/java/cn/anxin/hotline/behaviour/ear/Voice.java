package cn.anxin.hotline.behaviour.ear;

import cn.anxin.hotline.behaviour.phone.Sound;

/** Sums over stretches of a sound, each in constant time. */
final class Voice {
    private final short[] samples;
    private final double[] sums;
    private final double[] squares;

    Voice(Sound sound) {
        samples = sound.samples();
        sums = new double[samples.length + 1];
        squares = new double[samples.length + 1];
        for (var i = 0; i < samples.length; i++) {
            sums[i + 1] = sums[i] + samples[i];
            squares[i + 1] = squares[i] + (double) samples[i] * samples[i];
        }
    }

    int length() {
        return samples.length;
    }

    short at(int sample) {
        return samples[sample];
    }

    double mean(int from, int length) {
        return (sums[from + length] - sums[from]) / length;
    }

    /** The square root of the summed squared deviations from the mean. */
    double deviation(int from, int length) {
        var sum = sums[from + length] - sums[from];
        var square = squares[from + length] - squares[from];
        return Math.sqrt(Math.max(0, square - sum * sum / length));
    }

    /** Root mean square without the constant part. */
    double loudness(int from, int length) {
        return deviation(from, length) / Math.sqrt(length);
    }

    /** Normalised correlation of two stretches, -1 to 1; 0 where one of them is silent. */
    static double likeness(Voice a, int fromA, Voice b, int fromB, int length) {
        var deviations = a.deviation(fromA, length) * b.deviation(fromB, length);
        if (deviations == 0) {
            return 0;
        }
        var product = 0.0;
        for (var i = 0; i < length; i++) {
            product += (double) a.samples[fromA + i] * b.samples[fromB + i];
        }
        return (product - length * a.mean(fromA, length) * b.mean(fromB, length)) / deviations;
    }
}
