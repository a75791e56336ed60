package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as far as the number tells.
 *
 * @param personId set only if the number belongs to exactly one served person
 */
record Caller(@Nullable PhoneNumber number, @Nullable Long personId, @Nullable Long volunteerId) {}
