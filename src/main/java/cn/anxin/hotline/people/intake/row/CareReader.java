package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.Consent;
import cn.anxin.hotline.people.Language;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.RiskLevel;
import cn.anxin.hotline.people.intake.header.RosterColumn;
import cn.anxin.hotline.people.intake.words.WrittenDay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads how to care for a person: how to speak with them, how they are, what they agreed to. */
final class CareReader {
    private static final int LONGEST_WORD = 200;

    private final FamilyReader family;

    CareReader(RosterNumbers numbers) {
        family = new FamilyReader(numbers);
    }

    ToldCare read(RosterCells cells) {
        return new ToldCare(
                language(cells),
                yesOrNo(cells, RosterColumn.SLOWLY),
                note(cells, RosterColumn.HEARING),
                note(cells, RosterColumn.CONDITION),
                risk(cells),
                day(cells, RosterColumn.ALONE_UNTIL),
                consent(cells),
                family.read(cells));
    }

    private static @Nullable Language language(RosterCells cells) {
        return switch (cells.text(RosterColumn.LANGUAGE, LONGEST_WORD)) {
            case "" -> null;
            case "普通话", "国语", "汉语" -> Language.MANDARIN;
            case "上海话", "沪语", "本地话", "上海闲话", "浦东话" -> Language.SHANGHAINESE;
            default -> {
                cells.reject(RosterColumn.LANGUAGE, Reasons.LANGUAGE);
                yield null;
            }
        };
    }

    private static @Nullable RiskLevel risk(RosterCells cells) {
        return switch (cells.text(RosterColumn.RISK, LONGEST_WORD)) {
            case "" -> null;
            case "高", "高风险", "红" -> RiskLevel.HIGH;
            case "中", "中风险", "一般", "黄" -> RiskLevel.NORMAL;
            case "低", "低风险", "绿" -> RiskLevel.LOW;
            default -> {
                cells.reject(RosterColumn.RISK, Reasons.RISK);
                yield null;
            }
        };
    }

    private static @Nullable Boolean yesOrNo(RosterCells cells, RosterColumn column) {
        return switch (cells.text(column, LONGEST_WORD)) {
            case "" -> null;
            case "是", "要", "需要", "有", "√", "✓", "TRUE", "Y", "1" -> Boolean.TRUE;
            case "否", "不", "不要", "不需要", "×", "FALSE", "N", "0" -> Boolean.FALSE;
            default -> {
                cells.reject(column, Reasons.YES_OR_NO);
                yield null;
            }
        };
    }

    private static @Nullable String note(RosterCells cells, RosterColumn column) {
        return cells.has(column) ? cells.text(column, Profile.LONGEST_NOTE) : null;
    }

    private static @Nullable LocalDate day(RosterCells cells, RosterColumn column) {
        var text = cells.figure(column, LONGEST_WORD);
        if (text.isEmpty()) {
            return null;
        }
        var day = WrittenDay.read(text);
        if (day.isEmpty()) {
            cells.reject(column, Reasons.DAY);
        }
        return day.orElse(null);
    }

    private static @Nullable Consent consent(RosterCells cells) {
        var text = cells.figure(RosterColumn.CONSENT, LONGEST_WORD);
        return switch (text) {
            case "", "未知", "不详", "待确认" -> null;
            case "是", "同意", "已同意", "已签", "已签字", "√", "✓" ->
                    new Consent(Consent.State.GIVEN, null, "");
            case "否", "不同意", "拒绝", "×" -> new Consent(Consent.State.REFUSED, null, "");
            default -> {
                var day = WrittenDay.read(text);
                if (day.isEmpty()) {
                    cells.reject(RosterColumn.CONSENT, Reasons.CONSENT);
                }
                yield day.map(on -> new Consent(Consent.State.GIVEN, on, "")).orElse(null);
            }
        };
    }
}
