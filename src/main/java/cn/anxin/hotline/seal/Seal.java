package cn.anxin.hotline.seal;

import cn.anxin.hotline.call.PhoneNumber;
import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** Seals and opens what is personal; some 3 µs each. Any thread. */
public final class Seal {
    /** Before every sealed value stands a 1, then the key's id. */
    private static final int PREFIX = 5;

    private final Aead aead;
    private final int newest;

    public Seal(SealKeys keys) {
        this.aead = keys.aead();
        this.newest = keys.sealingId();
    }

    /** Never the same bytes twice. */
    public byte[] seal(SealedColumn column, Object row, String text) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), place(column, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot fail to seal", e);
        }
    }

    /** Nothing is stored for an empty text. */
    public byte @Nullable [] sealText(SealedColumn column, Object row, String text) {
        return text.isEmpty() ? null : seal(column, row, text);
    }

    public byte[] sealNumber(SealedColumn column, Object row, PhoneNumber number) {
        return seal(column, row, number.e164());
    }

    /**
     * @throws WrongSeal if it was not sealed for this place with one of our keys
     */
    public String open(SealedColumn column, Object row, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, place(column, row)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new WrongSeal(column, row);
        }
    }

    /** Empty if nothing is stored. */
    public String openText(SealedColumn column, Object row, byte @Nullable [] sealed) {
        return sealed == null ? "" : open(column, row, sealed);
    }

    public PhoneNumber openNumber(SealedColumn column, Object row, byte[] sealed) {
        return new PhoneNumber(open(column, row, sealed));
    }

    /** Whether it was sealed with the key that seals now. */
    boolean isNewest(byte[] sealed) {
        return sealed.length > PREFIX && ByteBuffer.wrap(sealed).getInt(1) == newest;
    }

    private static byte[] place(SealedColumn column, Object row) {
        return (column + "/" + row).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Seal";
    }
}
