/** What those who are rung for an incident hear, and what their keys mean. */
@NullMarked
package cn.anxin.hotline.escalation.phone;

import org.jspecify.annotations.NullMarked;
