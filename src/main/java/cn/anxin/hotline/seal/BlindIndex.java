package cn.anxin.hotline.seal;

import cn.anxin.hotline.call.PhoneNumber;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;

/**
 * The keyed hash by which a sealed number is found: equal numbers have equal hashes, and without
 * the key nobody can try out all numbers. Any thread.
 */
public final class BlindIndex {
    /** 128 bits: no two numbers of a country meet. */
    private static final int BYTES = 16;

    private final PrfSet hashes;

    public BlindIndex(SealKeys keys) {
        this.hashes = keys.hashes();
    }

    /** To be stored. */
    public byte[] of(PhoneNumber number) {
        try {
            return hashes.computePrimary(bytes(number), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC cannot fail", e);
        }
    }

    /** The same of something that is not a number, so that no number has its hash. */
    public byte[] of(String text) {
        try {
            return hashes.computePrimary(("text/" + text).getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC cannot fail", e);
        }
    }

    /** To be looked up: under every key that rows may still have been stored with. */
    public byte[][] ever(PhoneNumber number) {
        try {
            var hashed = new ArrayList<byte[]>();
            for (var hash : hashes.getPrfs().values()) {
                hashed.add(hash.compute(bytes(number), BYTES));
            }
            return hashed.toArray(byte[][]::new);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC cannot fail", e);
        }
    }

    private static byte[] bytes(PhoneNumber number) {
        return number.e164().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "BlindIndex";
    }
}
