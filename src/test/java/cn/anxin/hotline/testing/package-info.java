/** What tests of every room stand on. */
@NullMarked
package cn.anxin.hotline.testing;

import org.jspecify.annotations.NullMarked;
