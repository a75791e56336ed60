/** Recognises what was said on the telephone: which prompt of the catalogue, from when on. */
@NullMarked
package cn.anxin.hotline.behaviour.ear;

import org.jspecify.annotations.NullMarked;
