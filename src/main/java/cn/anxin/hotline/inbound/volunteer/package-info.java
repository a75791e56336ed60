/**
 * What those who go and look can do when they ring the hotline: report, take, hand over, pause
 * somebody who is away. Silence, a wrong key and 0 bring them to a person, like everybody.
 */
@NullMarked
package cn.anxin.hotline.inbound.volunteer;

import org.jspecify.annotations.NullMarked;
