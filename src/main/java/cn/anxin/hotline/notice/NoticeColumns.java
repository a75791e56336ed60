package cn.anxin.hotline.notice;

import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.SealedColumn;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of a notice is personal. */
@Component
class NoticeColumns implements HoldsSealed {
    static final SealedColumn WORDS = new SealedColumn("notice", "id", "words");
    static final SealedColumn NUMBER = new SealedColumn("notice", "id", "number");

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(WORDS, NUMBER);
    }
}
