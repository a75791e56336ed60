package cn.anxin.hotline.behaviour.ear;

import java.util.ArrayList;
import java.util.List;

/**
 * The first words of a prompt, which is how it is found: nobody hears more of it who presses a key
 * at once.
 */
final class Opening {
    /** 0.7 s. */
    private static final int LONGEST = 5600;

    private static final double ALIKE = 0.7;
    private static final double QUIET = 40;
    private static final int STEP = 80;
    private static final int BLOCK = 1 << 14;
    private static final Fourier FOURIER = new Fourier(BLOCK);

    private final int start;
    private final int length;
    private final double deviation;
    private final double[] real = new double[BLOCK];
    private final double[] imaginary = new double[BLOCK];

    Opening(Voice prompt) {
        start = firstSound(prompt);
        length = Math.min(LONGEST, prompt.length() - start);
        deviation = prompt.deviation(start, length);
        var mean = prompt.mean(start, length);
        for (var i = 0; i < length; i++) {
            real[i] = prompt.at(start + i) - mean;
        }
        FOURIER.forward(real, imaginary);
    }

    private static int firstSound(Voice prompt) {
        for (var at = 0; at + STEP <= prompt.length(); at += STEP) {
            if (prompt.loudness(at, STEP) > QUIET) {
                return at;
            }
        }
        throw new IllegalArgumentException("a prompt without a sound");
    }

    /** Where in the recording the prompt begins that opens like this. */
    List<Integer> in(Voice recording, Spectra spectra) {
        var found = new ArrayList<Integer>();
        var best = ALIKE;
        for (var block = 0; block < spectra.count(); block++) {
            var products = spectra.correlate(block, real, imaginary);
            var from = block * Spectra.HOP;
            var last = Math.min(Spectra.HOP, recording.length() - length - from);
            for (var i = 0; i < last; i++) {
                var at = from + i;
                var heard = recording.deviation(at, length);
                if (heard < QUIET * Math.sqrt(length)) {
                    continue;
                }
                var likeness = products[i] / heard / deviation;
                var same = !found.isEmpty() && at - start - found.getLast() < length / 2;
                if (likeness >= (same ? best : ALIKE)) {
                    if (same) {
                        found.removeLast();
                    }
                    found.add(at - start);
                    best = likeness;
                }
            }
        }
        return found;
    }

    /** The recording, block by block, as frequencies; made once for all prompts. */
    static final class Spectra {
        static final int HOP = BLOCK - LONGEST;
        private final List<double[]> reals = new ArrayList<>();
        private final List<double[]> imaginaries = new ArrayList<>();

        Spectra(Voice recording) {
            for (var from = 0; from < recording.length(); from += HOP) {
                var real = new double[BLOCK];
                for (var i = 0; i < BLOCK && from + i < recording.length(); i++) {
                    real[i] = recording.at(from + i);
                }
                var imaginary = new double[BLOCK];
                FOURIER.forward(real, imaginary);
                reals.add(real);
                imaginaries.add(imaginary);
            }
        }

        int count() {
            return reals.size();
        }

        private double[] correlate(int block, double[] real, double[] imaginary) {
            var a = reals.get(block);
            var b = imaginaries.get(block);
            var product = new double[BLOCK];
            var rest = new double[BLOCK];
            for (var i = 0; i < BLOCK; i++) {
                product[i] = a[i] * real[i] + b[i] * imaginary[i];
                rest[i] = b[i] * real[i] - a[i] * imaginary[i];
            }
            FOURIER.inverse(product, rest);
            return product;
        }
    }
}
