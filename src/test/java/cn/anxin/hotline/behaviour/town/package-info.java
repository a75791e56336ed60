/** What stories are made of: an installation of ours, and people with telephones. */
@NullMarked
package cn.anxin.hotline.behaviour.town;

import org.jspecify.annotations.NullMarked;
