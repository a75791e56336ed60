/** What people write into a cell, as what they mean: clean texts, numbers, days. */
@NullMarked
package cn.anxin.hotline.people.intake.words;

import org.jspecify.annotations.NullMarked;
