package cn.anxin.hotline.people;

import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.SealedColumn;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What of people is stored sealed. Their names are not: every list is made with them, and whoever
 * loses the keys still knows whom to look after.
 */
@Component
public class PeopleColumns implements HoldsSealed {
    public static final SealedColumn ADDRESS = new SealedColumn("person", "id", "address");
    public static final SealedColumn NOTE = new SealedColumn("person", "id", "note");
    public static final SealedColumn HEARING = new SealedColumn("person", "id", "hearing");
    public static final SealedColumn CONDITION = new SealedColumn("person", "id", "condition");
    public static final SealedColumn CONSENT_TOLD_BY =
            new SealedColumn("person", "id", "consent_told_by");
    public static final SealedColumn NUMBER =
            new SealedColumn("person_number", "person_id", "number", "number_index");
    public static final SealedColumn VOLUNTEER =
            new SealedColumn("volunteer", "id", "number", "number_index");
    public static final SealedColumn FAMILY_NAME =
            new SealedColumn("family_contact", "person_id", "name");
    public static final SealedColumn FAMILY_NUMBER =
            new SealedColumn("family_contact", "person_id", "number", "number_index");
    public static final SealedColumn CHANGE_REASON =
            new SealedColumn("person_change", "id", "reason");
    public static final SealedColumn CHANGE_BEFORE =
            new SealedColumn("person_change", "id", "before");
    public static final SealedColumn PAUSE_REMARK = new SealedColumn("pause", "id", "remark");

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(
                ADDRESS,
                NOTE,
                HEARING,
                CONDITION,
                CONSENT_TOLD_BY,
                NUMBER,
                VOLUNTEER,
                FAMILY_NAME,
                FAMILY_NUMBER,
                CHANGE_REASON,
                CHANGE_BEFORE,
                PAUSE_REMARK);
    }
}
