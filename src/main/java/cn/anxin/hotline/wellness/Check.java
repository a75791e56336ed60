package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import org.jspecify.annotations.Nullable;

/**
 * 每日问候, as it stood when it was read.
 *
 * @param counted attempts that used up one of the person's, in the whole day
 * @param countedBefore how many of those fell into earlier windows
 * @param made attempts that rang
 * @param laterChances whether another window of the day is to come
 * @param deskTalkCall the call in which the duty desk last talked with them
 */
record Check(
        long id,
        long personId,
        CheckState state,
        int counted,
        int countedBefore,
        int made,
        boolean windowClosed,
        boolean laterChances,
        @Nullable String deskTalkCall) {

    /**
     * To be followed by a where clause. Columns are called like our components: each other name is
     * found by way of an exception, and every call reads several checks.
     */
    static final String SELECT =
            """
            select id, person_id as personId, state, attempts_counted as counted,
                counted_before as countedBefore, attempts_made as made,
                window_closes_at <= clock_timestamp() as windowClosed,
                coalesce(upper(later_chances) > clock_timestamp(), false) as laterChances,
                desk_talk_call as deskTalkCall
            from wellness_check
            """;

    boolean deskTalkedIn(CallId call) {
        return call.value().equals(deskTalkCall);
    }
}
