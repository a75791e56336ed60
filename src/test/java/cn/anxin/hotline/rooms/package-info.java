/** Stories that the rooms tell together on a real PostgreSQL, with a telephone made of paper. */
@NullMarked
package cn.anxin.hotline.rooms;

import org.jspecify.annotations.NullMarked;
