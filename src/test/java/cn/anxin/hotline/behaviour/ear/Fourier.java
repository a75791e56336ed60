package cn.anxin.hotline.behaviour.ear;

/** The fast Fourier transform of a fixed length, a power of two, in place. */
final class Fourier {
    private final int length;
    private final double[] cosine;
    private final double[] sine;

    Fourier(int length) {
        if (Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("a power of two");
        }
        this.length = length;
        cosine = new double[length / 2];
        sine = new double[length / 2];
        for (var i = 0; i < length / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / length);
            sine[i] = Math.sin(2 * Math.PI * i / length);
        }
    }

    void forward(double[] real, double[] imaginary) {
        transform(real, imaginary, -1);
    }

    void inverse(double[] real, double[] imaginary) {
        transform(real, imaginary, 1);
        for (var i = 0; i < length; i++) {
            real[i] /= length;
            imaginary[i] /= length;
        }
    }

    private void transform(double[] real, double[] imaginary, int sign) {
        reverseBits(real, imaginary);
        for (var size = 2; size <= length; size *= 2) {
            var half = size / 2;
            var step = length / size;
            for (var start = 0; start < length; start += size) {
                for (var i = 0; i < half; i++) {
                    var a = start + i;
                    var b = a + half;
                    var wr = cosine[i * step];
                    var wi = sign * sine[i * step];
                    var r = real[b] * wr - imaginary[b] * wi;
                    var m = real[b] * wi + imaginary[b] * wr;
                    real[b] = real[a] - r;
                    imaginary[b] = imaginary[a] - m;
                    real[a] += r;
                    imaginary[a] += m;
                }
            }
        }
    }

    private void reverseBits(double[] real, double[] imaginary) {
        var shift = Integer.numberOfLeadingZeros(length) + 1;
        for (var i = 0; i < length; i++) {
            var j = Integer.reverse(i) >>> shift;
            if (j > i) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        var kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
