package cn.anxin.hotline.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final SealedColumn ADDRESS = new SealedColumn("person", "id", "address");
    private static final SealedColumn NOTE = new SealedColumn("person", "id", "note");
    private static final PhoneNumber NUMBER = new PhoneNumber("+8613800000001");

    private final SealKeys keys = SealKeys.fresh();
    private final Seal seal = new Seal(keys);

    @Test
    void whatIsSealedOpensInItsPlaceAndNowhereElse() {
        var sealed = seal.seal(ADDRESS, 7L, "示范路1号");

        assertThat(seal.open(ADDRESS, 7L, sealed)).isEqualTo("示范路1号");
        assertThatThrownBy(() -> seal.open(ADDRESS, 8L, sealed)).isInstanceOf(WrongSeal.class);
        assertThatThrownBy(() -> seal.open(NOTE, 7L, sealed))
                .isInstanceOf(WrongSeal.class)
                .hasMessage("a value of person.note does not open; row 7");
    }

    @Test
    void aChangedByteIsFoundOut() {
        var sealed = seal.seal(ADDRESS, 7L, "示范路1号");
        for (int place = 0; place < sealed.length; place++) {
            var changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> seal.open(ADDRESS, 7L, changed)).isInstanceOf(WrongSeal.class);
        }
    }

    @Test
    void theSameTextIsNeverTheSameBytes() {
        assertThat(seal.seal(ADDRESS, 7L, "示范路1号")).isNotEqualTo(seal.seal(ADDRESS, 7L, "示范路1号"));
    }

    @Test
    void nothingIsStoredForNothing() {
        assertThat(seal.sealText(ADDRESS, 7L, "")).isNull();
        assertThat(seal.openText(ADDRESS, 7L, null)).isEmpty();
    }

    @Test
    void afterRotationTheOldOpensAndTheNewIsSealedWithTheNew() {
        var old = seal.seal(ADDRESS, 7L, "示范路1号");
        var rotated = SealKeys.of(SealKeys.of(keys.json()).rotated().json());
        var after = new Seal(rotated);

        assertThat(after.open(ADDRESS, 7L, old)).isEqualTo("示范路1号");
        assertThat(after.isNewest(old)).isFalse();
        var fresh = after.seal(ADDRESS, 7L, "示范路1号");
        assertThat(after.isNewest(fresh)).isTrue();
        assertThatThrownBy(() -> seal.open(ADDRESS, 7L, fresh)).isInstanceOf(WrongSeal.class);

        var without = new Seal(rotated.newestOnly());
        assertThat(without.open(ADDRESS, 7L, fresh)).isEqualTo("示范路1号");
        assertThatThrownBy(() -> without.open(ADDRESS, 7L, old)).isInstanceOf(WrongSeal.class);
    }

    @Test
    void aNumberIsFoundUnderEveryKeyItMayHaveBeenStoredWith() {
        var old = new BlindIndex(keys).of(NUMBER);
        var rotated = new BlindIndex(keys.rotated());

        assertThat(old).hasSize(16).isEqualTo(new BlindIndex(keys).of(NUMBER));
        assertThat(rotated.of(NUMBER)).isNotEqualTo(old);
        assertThat(List.of(rotated.ever(NUMBER)))
                .containsExactlyInAnyOrder(old, rotated.of(NUMBER));
        assertThat(new BlindIndex(SealKeys.fresh()).of(NUMBER)).isNotEqualTo(old);
    }

    @Test
    void whatHoldsNoKeysIsRefusedAndNotQuoted() {
        for (var text :
                new String[] {"", "[]", "{}", "secret", "{\"sealing\": {\"key\": \"secret\"}}"}) {
            assertThatThrownBy(() -> SealKeys.of(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void noKeyIsInALog() {
        assertThat(keys + " " + seal + " " + new BlindIndex(keys))
                .isEqualTo("SealKeys[sealing=1, indexing=1] Seal BlindIndex");
    }
}
