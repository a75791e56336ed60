/** The course of an incident as a pure function: what it becomes when something happens. */
@NullMarked
package cn.anxin.hotline.escalation.course;

import org.jspecify.annotations.NullMarked;
